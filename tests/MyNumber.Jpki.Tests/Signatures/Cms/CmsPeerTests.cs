using System.Security.Cryptography;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Signatures.Cms;

public sealed class CmsPeerTests : IDisposable
{
    private readonly SignerDesk _desk = new();
    private readonly PeerBench _bench;

    public CmsPeerTests() => _bench = new PeerBench(_desk);

    public void Dispose()
    {
        _bench.Dispose();
        _desk.Dispose();
    }

    public static TheoryData<string, CmsSigningOptions> Signed => new()
    {
        { "CAdES-B, attached", CmsSigningOptions.Default },
        { "CAdES-B, detached", new CmsSigningOptions { Detached = true } },
        { "SHA-384, sha384WithRSAEncryption", new CmsSigningOptions { Hash = HashAlgorithmName.SHA384, Form = CmsSignatureForm.HashWithRsa } },
        { "SHA-512, rsaEncryption, detached", new CmsSigningOptions { Hash = HashAlgorithmName.SHA512, Detached = true } },
        { "RSASSA-PSS", new CmsSigningOptions { Form = CmsSignatureForm.Pss } },
        { "named by key identifier", new CmsSigningOptions { NamesSignerByKeyIdentifier = true } },
    };

    [SkippableTheory]
    [MemberData(nameof(Signed))]
    public void Openssl_verifies_what_we_sign_and_its_cades_binding(string description, CmsSigningOptions options)
    {
        byte[] cms = _desk.SignByFirst(options);
        ProgramOutcome outcome = _bench.VerifyByOpenSsl(cms, options.Detached, "-cades");
        outcome.ExitCode.ShouldBe(0, description + outcome.All);
        cms[^1] ^= 1;
        _bench.VerifyByOpenSsl(cms, options.Detached, "-cades").ExitCode.ShouldNotBe(0, description);
    }

    /// <summary>Without RSASSA-PSS: gnutls' PKCS #7 reads the signature algorithm without its parameters.</summary>
    public static TheoryData<string, CmsSigningOptions> SignedWithPkcs1
    {
        get
        {
            TheoryData<string, CmsSigningOptions> rows = [];
            foreach (object[] row in Signed)
            {
                if (row[1] is CmsSigningOptions options && options.Form != CmsSignatureForm.Pss)
                {
                    rows.Add((string)row[0], options);
                }
            }

            return rows;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(SignedWithPkcs1))]
    public void Gnutls_verifies_what_we_sign(string description, CmsSigningOptions options)
    {
        byte[] cms = _desk.SignByFirst(options);
        ProgramOutcome outcome = _bench.VerifyByCertTool(cms, options.Detached, _bench.FirstCertificate);
        outcome.ExitCode.ShouldBe(0, description + outcome.All);
        outcome.All.ShouldContain("Signature status: ok");
        cms[^1] ^= 1;
        _bench.VerifyByCertTool(cms, options.Detached, _bench.FirstCertificate).ExitCode.ShouldNotBe(0, description);
    }

    [SkippableTheory]
    [InlineData("attached", false)]
    [InlineData("detached", true)]
    public void The_jdk_verifies_both_of_our_signers(string description, bool detached)
    {
        byte[] cms = _desk.SignByBoth(new CmsSigningOptions { Detached = detached, Form = CmsSignatureForm.HashWithRsa });
        string[] arguments = detached ? ["verify", _bench.Write("a.p7", cms), _bench.Content] : ["verify", _bench.Write("a.p7", cms)];
        ProgramOutcome outcome = PeerBench.RunJdk(arguments);
        outcome.Output.Trim().ShouldBe("2 of 2", description + outcome.Error);
    }

    [SkippableFact]
    public void Openssl_verifies_both_of_our_signers()
    {
        byte[] cms = _desk.SignByBoth();
        ProgramOutcome outcome = _bench.VerifyByOpenSsl(cms, false, "-cades");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        byte[] signature = SignerDesk.Parse(cms).Signers[1].Signature.ToArray();
        cms[cms.AsSpan().IndexOf(signature)] ^= 1;
        _bench.VerifyByOpenSsl(cms, false).ExitCode.ShouldNotBe(0);
    }

    [SkippableFact]
    public void Openssl_misses_the_binding_that_we_leave_out() =>
        _bench.VerifyByOpenSsl(_desk.SignByFirst(new CmsSigningOptions { IncludesSigningCertificate = false }), false, "-cades").ExitCode.ShouldNotBe(0);

    [SkippableTheory]
    [InlineData("P-384", 384, "SHA384")]
    [InlineData("P-256", 256, "SHA256")]
    public void Openssl_verifies_what_a_key_on_a_curve_signs(string description, int size, string hash)
    {
        using EcdsaDesk next = new(size);
        byte[] cms = _desk.Signer.Sign(next.Credential, SigningDesk.Application, new CmsSigningOptions { Hash = new HashAlgorithmName(hash) });
        string anchor = _bench.Pem("next.pem", next.AuthorityDer);
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        ProgramOutcome outcome = openssl.Run(
            "cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", _bench.Write("next.p7", cms), "-CAfile", anchor, "-purpose", "any", "-attime", PeerBench.AtNow, "-out", _bench.File("out"));
        outcome.ExitCode.ShouldBe(0, description + outcome.All);
    }

    [SkippableTheory]
    [InlineData("attached", "-nodetach", "-cades")]
    [InlineData("detached", "-cades")]
    [InlineData("SHA-512", "-nodetach", "-cades", "-md", "sha512")]
    [InlineData("PSS with the salt of the hash", "-nodetach", "-cades", "-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:digest")]
    public async Task What_openssl_signs_as_cades_is_bound(string description, params string[] options)
    {
        byte[] cms = _bench.SignByOpenSsl(options);
        DocumentVerifier strict = new(_desk.Desk.SignatureValidator, requiresSigningCertificate: true);
        DocumentVerificationResult result = options.Contains("-nodetach") ? await strict.VerifyAsync(cms) : await strict.VerifyAsync(cms, SigningDesk.Application);
        result.Reason.ShouldBe(VerificationReason.None, description);
    }

    [SkippableFact]
    public async Task What_openssl_signs_without_cades_is_not_bound()
    {
        byte[] cms = _bench.SignByOpenSsl("-nodetach");
        (await new DocumentVerifier(_desk.Desk.SignatureValidator, requiresSigningCertificate: true).VerifyAsync(cms)).Reason.ShouldBe(VerificationReason.SigningCertificateMissing);
    }

    [SkippableFact]
    public async Task Two_signers_of_openssl_are_verified()
    {
        byte[] cms = _bench.SignByOpenSsl("-nodetach", "-cades", "-signer", _bench.SecondCertificate, "-inkey", _bench.SecondKey);
        SignersVerificationResult result = await _desk.VerifyEachAsync(cms);
        result.Outcome.ShouldBe(VerificationOutcome.Valid, result.ToString());
        result.Signers.Count.ShouldBe(2);
    }

    [SkippableFact]
    public async Task Openssl_signs_beside_us_and_we_beside_openssl()
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        string output = _bench.File("resigned.p7");
        ProgramOutcome outcome = openssl.Run(
            "cms", "-resign", "-binary", "-inform", "DER", "-outform", "DER", "-in", _bench.Write("first.p7", _desk.SignByFirst()), "-out", output, "-signer", _bench.SecondCertificate, "-inkey", _bench.SecondKey, "-nodetach", "-cades");
        outcome.ExitCode.ShouldBe(0, outcome.All);
        (await _desk.VerifyEachAsync(File.ReadAllBytes(output))).Outcome.ShouldBe(VerificationOutcome.Valid);

        byte[] beside = _desk.Signer.AddSigner(SignerDesk.Parse(_bench.SignByOpenSsl("-nodetach")), _desk.Second);
        (await _desk.VerifyEachAsync(beside)).Outcome.ShouldBe(VerificationOutcome.Valid);
        outcome = _bench.VerifyByOpenSsl(beside, false);
        outcome.ExitCode.ShouldBe(0, outcome.All);
    }

    [SkippableTheory]
    [InlineData("attached, with attributes", "--p7-sign", "--p7-time")]
    [InlineData("attached, without attributes", "--p7-sign")]
    [InlineData("detached, with attributes", "--p7-detached-sign", "--p7-time")]
    [InlineData("detached, without attributes", "--p7-detached-sign")]
    public async Task What_gnutls_signs_is_valid(string description, params string[] options)
    {
        byte[] cms = _bench.SignByCertTool(options);
        byte[]? content = options[0] == "--p7-sign" ? null : SigningDesk.Application;
        (await _desk.Desk.VerifyAsync(cms, content)).Reason.ShouldBe(VerificationReason.None, description);
        cms[^1] ^= 1;
        (await _desk.Desk.VerifyAsync(cms, content)).Reason.ShouldBe(VerificationReason.SignatureInvalid, description);
    }

    [SkippableTheory]
    [InlineData("SHA-256, attached", "SHA256withRSA", false)]
    [InlineData("SHA-512, detached", "SHA512withRSA", true)]
    public async Task What_the_jdk_signs_is_valid(string description, string algorithm, bool detached)
    {
        byte[] cms = _bench.SignByJdk(algorithm, detached);
        (await _desk.Desk.VerifyAsync(cms, detached ? SigningDesk.Application : null)).Reason.ShouldBe(VerificationReason.None, description);
    }
}
