using System.Security.Cryptography;
using System.Text;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.TestKit;

namespace MyNumber.Testing.Tests;

/// <summary>Programs that nobody here wrote judge what card, authority and responder made together.</summary>
public sealed class OutsideProgramTests : IAsyncLifetime
{
    private static readonly byte[] Application = Encoding.UTF8.GetBytes("口座開設申込書 本店 普通預金\n");

    private readonly TemporaryFolder _folder = new();
    private LabWorld _world = null!;

    public async Task InitializeAsync() => _world = await LabWorld.StartAsync();

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        _folder.Dispose();
    }

    [SkippableFact]
    public async Task Openssl_verifies_the_signed_application_and_gives_its_content_back()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        byte[] cms = await CardUser.SignAsync(_world.Holder, JpkiKey.Signature, Application, _world.Clock);
        string anchor = WriteAnchor(CertificatePurpose.Signature);

        ProgramOutcome verified = Verify(openssl, _folder.Write("application.p7m", cms), anchor);

        verified.ExitCode.ShouldBe(0, verified.All);
        verified.Error.ShouldContain("CMS Verification successful");
        verified.Output.ShouldBe(Encoding.UTF8.GetString(Application));
    }

    [SkippableFact]
    public async Task Openssl_refuses_the_application_after_a_change_and_under_the_other_authority()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        byte[] cms = await CardUser.SignAsync(_world.Holder, JpkiKey.Signature, Application, _world.Clock);
        byte[] changed = [.. cms];
        changed[changed.AsSpan().IndexOf(Application)] ^= 1;

        Verify(openssl, _folder.Write("changed.p7m", changed), WriteAnchor(CertificatePurpose.Signature)).ExitCode.ShouldNotBe(0);
        Verify(openssl, _folder.Write("application.p7m", cms), WriteAnchor(CertificatePurpose.UserAuthentication)).ExitCode.ShouldNotBe(0);
    }

    [SkippableFact]
    public async Task Openssl_verifies_the_cards_bare_signature_over_a_challenge()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        byte[] challenge = Encoding.ASCII.GetBytes("a challenge of the bank");
        (byte[] certificate, byte[] signature) = await CardUser.SignMessageAsync(_world.Holder, JpkiKey.UserAuthentication, challenge);
        string key = _folder.Write("key.pem", openssl.Run("x509", "-inform", "DER", "-in", _folder.Write("leaf.der", certificate), "-pubkey", "-noout").Output);

        ProgramOutcome verified = openssl.Run("dgst", "-sha256", "-verify", key, "-signature", _folder.Write("signature", signature), _folder.Write("challenge", challenge));

        verified.Output.ShouldContain("Verified OK");
    }

    [SkippableFact]
    public void Openssl_asks_the_worlds_responder_and_believes_it()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        string issuer = WriteAnchor(CertificatePurpose.UserAuthentication);
        string leaf = WritePem("leaf.pem", _world.Holder.Certificates.UserAuthentication.Encoded.Span);

        ProgramOutcome answer = openssl.Run("ocsp", "-issuer", issuer, "-cert", leaf, "-url", _world.OcspAddress.AbsoluteUri, "-CAfile", issuer, "-nonce");

        answer.All.ShouldContain("Response verify OK");
        answer.Output.ShouldContain("leaf.pem: good");
    }

    private static ProgramOutcome Verify(OutsideProgram openssl, string cms, string anchor) =>
        openssl.Run("cms", "-verify", "-inform", "DER", "-in", cms, "-CAfile", anchor, "-purpose", "any");

    private string WriteAnchor(CertificatePurpose purpose) => WritePem($"{purpose}.pem", _world.Authority.Anchors(purpose)[^1].Span);

    private string WritePem(string name, ReadOnlySpan<byte> der) => _folder.Write(name, PemEncoding.WriteString("CERTIFICATE", der));
}
