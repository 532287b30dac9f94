using System.Security.Cryptography;
using System.Text;
using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Signatures.Jws;
using MyNumber.Jpki.Validation;

namespace MyNumber.Testing.Tests;

/// <summary>A card's key signs documents and tokens through the same doors as any other key.</summary>
public sealed class CardDocumentSigningTests : IAsyncLifetime
{
    private const uint ComputeSignature = 0x802A0080;

    private static readonly byte[] Application = Encoding.UTF8.GetBytes("口座開設申込書 本店 普通預金");

    private readonly Counter _trace = new();
    private LabWorld _world = null!;

    public async Task InitializeAsync() => _world = await LabWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    public static TheoryData<string, CmsSigningOptions> Forms => new()
    {
        { "CAdES-B", CmsSigningOptions.Default },
        { "SHA-512 with its own name, detached", new CmsSigningOptions { Hash = HashAlgorithmName.SHA512, Form = CmsSignatureForm.HashWithRsa, Detached = true } },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_card_signs_a_document_with_one_operation(string description, CmsSigningOptions options)
    {
        byte[] cms = await UseKeyAsync(true, signer => new CmsDocumentSigner(_world.Clock).Sign(signer, Application, options));
        _trace.Signatures.ShouldBe(1, description);
        DocumentVerifier documents = new(_world.CreateValidator(CertificatePurpose.Signature), requiresSigningCertificate: true);
        DocumentVerificationResult result = options.Detached ? await documents.VerifyAsync(cms, Application) : await documents.VerifyAsync(cms);
        result.Reason.ShouldBe(VerificationReason.None, description);
        Secrets.ShouldBeAbsent(_world.Holder, result, result.SignerInfo);
    }

    [Fact]
    public async Task The_card_signs_a_token_with_one_operation()
    {
        string text = await UseKeyAsync(true, signer => JwsSigner.Sign(signer, Application, JwsAlgorithm.RS256));
        _trace.Signatures.ShouldBe(1);
        JwsToken.TryParse(text, out JwsToken? token, out _).ShouldBeTrue();
        ValidationResult signer = await _world.CreateValidator(CertificatePurpose.Signature).ValidateAsync(token!.Certificate);
        new JwsVerifier(JwsAlgorithm.RS256).Verify(signer.Validated!, token, out ReadOnlyMemory<byte> payload).ShouldBe(VerificationReason.None);
        payload.ToArray().ShouldBe(Application);
    }

    [Fact]
    public async Task Without_a_pin_the_cards_own_refusal_comes_through() =>
        await Should.ThrowAsync<CardStatusException>(() => UseKeyAsync(false, signer => new CmsDocumentSigner(_world.Clock).Sign(signer, Application)));

    private async Task<T> UseKeyAsync<T>(bool pinned, Func<SignerCredential, T> use)
    {
        LabHolder holder = _world.Holder;
        using CardSession session = CardSession.Open(holder.Reader.Connect(), _trace);
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        if (pinned)
        {
            using CardPin pin = holder.TypePin(CardPinKind.Signature);
            (await jpki.VerifyPinAsync(JpkiKey.Signature, pin)).IsVerified.ShouldBeTrue();
        }

        byte[] certificate = holder.Certificates.Signature!.Encoded.ToArray();
        using RSA key = jpki.CreateRsa(JpkiKey.Signature, certificate);
        return use(SignerCredential.Create(certificate, key));
    }

    private sealed class Counter : IApduTraceSink
    {
        public int Signatures { get; private set; }

        public void Record(in ApduTraceEntry entry) => Signatures += entry.HasHeader && entry.Header == ComputeSignature ? 1 : 0;
    }
}
