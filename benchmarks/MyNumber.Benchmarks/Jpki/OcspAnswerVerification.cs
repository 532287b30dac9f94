using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Rsa;
using MyNumber.Testing;

namespace MyNumber.Benchmarks.Jpki;

/// <summary>
/// Verification of one OCSP answer of a delegated responder, as it came over the wire: form, CertID, delegation, signature, nonce, times. It holds two RSA signatures: the authority's
/// over the responder's certificate and the responder's over the answer. <see cref="BareRsa"/> is those two with this library's arithmetic, the responder's key imported anew
/// as it is in a fresh answer; <see cref="BarePlatformRsa"/> is the same with the platform's.
/// </summary>
[MemoryDiagnoser]
public class OcspAnswerVerification
{
    private LabWorld _world = null!;
    private VerifiedPath _path = null!;
    private byte[] _response = null!;
    private OcspResponseVerifier _verifier = null!;
    private OcspParts _parts = null!;
    private RSA _authority = null!;
    private RsaVerificationKey _authorityKey = null!;

    [GlobalSetup]
    public async Task SetUp()
    {
        _world = await LabWorld.StartAsync();
        IssuedCertificate leaf = _world.Holder.Certificates.UserAuthentication;
        TrustAnchorSet anchors = _world.Anchors(CertificatePurpose.UserAuthentication);
        JpkiCertificate.TryParse(leaf.Encoded.Span, out JpkiCertificate? certificate, out _);
        new PathVerifier(anchors).Verify(certificate!, _world.Clock.GetUtcNow(), out VerifiedPath? path);
        _path = path!;
        _response = _world.Authority.Responder.Answer(OcspRequest.Encode(_path.Certificate, _path.Issuer, OcspCertIdHash.Sha256));
        _verifier = new OcspResponseVerifier(new OcspOptions(), _world.Clock);
        _parts = OcspParts.Of(_response);
        _authority = RSA.Create();
        _authority.ImportSubjectPublicKeyInfo(_path.Issuer.Certificate.SubjectPublicKeyInfo.Span, out _);
        RSAParameters numbers = _authority.ExportParameters(includePrivateParameters: false);
        RsaVerificationKey.TryCreate(numbers.Modulus, numbers.Exponent, out RsaVerificationKey? key);
        _authorityKey = key!;
        if (MyNumberJpki() != RevocationState.Good || !BareRsa() || !BarePlatformRsa())
        {
            throw new InvalidOperationException("A side of the comparison does not verify.");
        }
    }

    [GlobalCleanup]
    public async Task TearDown()
    {
        _authority.Dispose();
        await _world.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public bool BareRsa() =>
        RsaVerificationKey.TryCreate(_parts.ResponderModulus, _parts.ResponderExponent, out RsaVerificationKey? responder)
        && _authorityKey.VerifyPkcs1(SHA256.HashData(_parts.ResponderToBeSigned), HashAlgorithmName.SHA256, _parts.ResponderSignature)
        && responder.VerifyPkcs1(SHA256.HashData(_parts.ToBeSigned), HashAlgorithmName.SHA256, _parts.Signature);

    [Benchmark]
    public bool BarePlatformRsa()
    {
        using RSA responder = RSA.Create();
        responder.ImportSubjectPublicKeyInfo(_parts.ResponderKey, out _);
        return _authority.VerifyData(_parts.ResponderToBeSigned, _parts.ResponderSignature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            && responder.VerifyData(_parts.ToBeSigned, _parts.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    [Benchmark]
    public RevocationState MyNumberJpki() => _verifier.Verify(_response, _path).State;
}
