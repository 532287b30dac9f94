using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BenchmarkDotNet.Attributes;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Rsa;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;

namespace MyNumber.Benchmarks.Jpki;

/// <summary>
/// Verification of one account opening: an attached CMS of about 3 KB around a 300-byte form, signed by an emulated card; certificate, path,
/// status from a cached CRL, document signature. <see cref="PlatformClasses"/> is what one would write without this library; it checks neither
/// status nor profile nor generation. <see cref="BareRsa"/> is the floor: the same two RSA verifications and the import of the one fresh key.
/// </summary>
[MemoryDiagnoser]
public class OnboardingVerification
{
    private LabWorld _world = null!;
    private byte[] _cms = null!;
    private byte[] _leafKey = null!;
    private byte[] _leafToBeSigned = null!;
    private byte[] _leafSignature = null!;
    private byte[] _signedAttributes = null!;
    private byte[] _documentSignature = null!;
    private byte[] _form = null!;
    private byte[] _formSignature = null!;
    private RSA _authorityKey = null!;
    private X509Certificate2 _root = null!;
    private DocumentVerifier _verifier = null!;
    private DocumentVerifier _onPlatform = null!;
    private CertificateValidator _validator = null!;
    private JpkiCertificate _kept = null!;

    [GlobalSetup]
    public async Task SetUp()
    {
        _world = await LabWorld.StartAsync();
        _form = Encoding.UTF8.GetBytes("{\"product\":\"ordinary\",\"branch\":\"main\",\"pad\":\"" + new string('x', 256) + "\"}");
        byte[] der = await SignAsync();
        _validator = _world.CreateValidator(CertificatePurpose.Signature, _world.CreateCrlStore(CertificatePurpose.Signature));
        _verifier = new DocumentVerifier(_validator);
        TrustAnchorSet given = _validator.Anchors;
        TrustAnchorSet anchors = new(given.Purpose, given.Environment, given.Anchors.Select(anchor => anchor.WithArithmetic(RsaArithmetic.Platform)), given.Profiles);
        _onPlatform = new DocumentVerifier(new CertificateValidator(anchors, _world.CreateCrlStore(CertificatePurpose.Signature), _world.Clock));

        using X509Certificate2 leaf = X509CertificateLoader.LoadCertificate(der);
        _root = X509CertificateLoader.LoadCertificate(_world.Authority.Anchors(CertificatePurpose.Signature)[^1].Span);
        _authorityKey = _root.GetRSAPublicKey()!;
        _leafKey = leaf.PublicKey.EncodedKeyValue.RawData;
        SplitLeaf(der);
        JpkiCertificate.TryParse(der, out JpkiCertificate? kept, out _);
        _kept = kept!;
        if ((await _verifier.VerifyAsync(_cms)).Outcome != VerificationOutcome.Valid || !await PlatformArithmetic() || !BareRsa() || !PlatformClasses() || !await LaterLogin())
        {
            throw new InvalidOperationException("A side of the comparison does not verify.");
        }
    }

    [GlobalCleanup]
    public async Task TearDown()
    {
        _root.Dispose();
        await _world.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public bool PlatformClasses()
    {
        SignedCms cms = new();
        cms.Decode(_cms);
        cms.CheckSignature(verifySignatureOnly: true);
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = _world.Clock.GetUtcNow().UtcDateTime;
        return chain.Build(cms.SignerInfos[0].Certificate!);
    }

    [Benchmark]
    public bool BareRsa()
    {
        using RSA leaf = RSA.Create();
        leaf.ImportRSAPublicKey(_leafKey, out _);
        return _authorityKey.VerifyData(_leafToBeSigned, _leafSignature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            && leaf.VerifyData(_signedAttributes, _documentSignature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    [Benchmark]
    public async Task<bool> MyNumberJpki() => (await _verifier.VerifyAsync(_cms)).Outcome == VerificationOutcome.Valid;

    /// <summary>The same with <see cref="RsaArithmetic.Platform"/> chosen at the anchors.</summary>
    [Benchmark]
    public async Task<bool> PlatformArithmetic() => (await _onPlatform.VerifyAsync(_cms)).Outcome == VerificationOutcome.Valid;

    /// <summary>A later login with a kept certificate object: path and status again, signature, key imported before.</summary>
    [Benchmark]
    public async Task<bool> LaterLogin()
    {
        ValidationResult result = await _validator.ValidateAsync(_kept);
        return SignatureVerifier.VerifyPkcs1(result.Validated!, _form, _formSignature) == VerificationReason.None;
    }

    private async Task<byte[]> SignAsync()
    {
        using CardSession session = CardSession.Open(_world.Holder.Reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin pin = _world.Holder.TypePin(CardPinKind.Signature);
        await jpki.VerifyPinAsync(JpkiKey.Signature, pin);
        byte[] der = await jpki.ReadCertificateAsync(JpkiKey.Signature);
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(der);
        using RSA key = jpki.CreateRsa(JpkiKey.Signature, der);
        SignedCms cms = new(new ContentInfo(_form));
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate, key)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            SignedAttributes = { new Pkcs9SigningTime(_world.Clock.GetUtcNow().UtcDateTime) },
        });
        _cms = cms.Encode();
        _formSignature = key.SignData(_form, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        CmsSignedDocument.TryParse(_cms, out CmsSignedDocument? document, out _);
        _signedAttributes = [0x31, .. document!.Signers[0].EncodedSignedAttributes.Span[1..]];
        _documentSignature = document.Signers[0].Signature.ToArray();
        return der;
    }

    private void SplitLeaf(byte[] der)
    {
        System.Formats.Asn1.AsnReader certificate = new System.Formats.Asn1.AsnReader(der, System.Formats.Asn1.AsnEncodingRules.DER).ReadSequence();
        _leafToBeSigned = certificate.ReadEncodedValue().ToArray();
        certificate.ReadEncodedValue();
        _leafSignature = certificate.ReadBitString(out _);
    }
}
