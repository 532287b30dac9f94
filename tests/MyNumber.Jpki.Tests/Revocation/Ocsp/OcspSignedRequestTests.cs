using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Revocation.RequestSigning;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Revocation.Ocsp;

/// <summary>Signed requests (RFC 6960 §4.1.2), taken apart by a reader of the platform and shown to openssl.</summary>
public sealed class OcspSignedRequestTests
{
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, true), One = new(TagClass.ContextSpecific, 1, true), Four = new(TagClass.ContextSpecific, 4, true);
    private static readonly VerifiedPath Path = StatusLab.Path();

    private static byte[] Encode(SignerCredential credential) =>
        OcspRequest.Encode(Path.Certificate, Path.Issuer, OcspCertIdHash.Sha256, [1, 2, 3, 4], new CredentialRequestSigner(credential));

    private static byte[] SelfSigned(ECDsa key) =>
        new CertificateRequest(StatusLab.Name("C=JP, O=Bank of the Lab"), key, HashAlgorithmName.SHA256).CreateSelfSigned(StatusLab.From, StatusLab.Until).RawData;

    private static byte[] RsaVerifier() =>
        new CertificateRequest(StatusLab.Name("C=JP, O=Bank of the Lab"), StatusLab.Key(5), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(StatusLab.From, StatusLab.Until).RawData;

    [Fact]
    public void Rsa_signature_covers_tbsRequest_and_names_who_asks()
    {
        byte[] certificate = RsaVerifier();
        Parts parts = Parts.Of(Encode(SignerCredential.Create(certificate, StatusLab.Key(5))));
        Convert.ToHexString(parts.Algorithm).ShouldBe("300D06092A864886F70D01010B0500");
        StatusLab.Key(5).VerifyData(parts.ToBeSigned, parts.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        parts.Name.ShouldBe(StatusLab.Name("C=JP, O=Bank of the Lab").RawData);
        parts.Certificate.ShouldBe(certificate);
    }

    [Theory]
    [InlineData("P-256", "1.2.840.10045.3.1.7", "300A06082A8648CE3D040302")]
    [InlineData("P-384", "1.3.132.0.34", "300A06082A8648CE3D040303")]
    public void Ecdsa_signature_uses_the_hash_of_its_curve(string description, string curve, string algorithm)
    {
        using ECDsa key = ECDsa.Create(ECCurve.CreateFromValue(curve));
        Parts parts = Parts.Of(Encode(SignerCredential.Create(SelfSigned(key), key)));
        Convert.ToHexString(parts.Algorithm).ShouldBe(algorithm, description);
        HashAlgorithmName hash = description == "P-256" ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA384;
        key.VerifyData(parts.ToBeSigned, parts.Signature, hash, DSASignatureFormat.Rfc3279DerSequence).ShouldBeTrue();
    }

    [Fact]
    public void Unsigned_request_has_neither_name_nor_signature()
    {
        byte[] request = OcspRequest.Encode(Path.Certificate, Path.Issuer, OcspCertIdHash.Sha256);
        AsnReader outer = new AsnReader(request, AsnEncodingRules.DER).ReadSequence();
        AsnReader toBeSigned = outer.ReadSequence();
        toBeSigned.PeekTag().ShouldBe(Asn1Tag.Sequence);
        outer.HasData.ShouldBeFalse();
    }

    [Fact]
    public async Task Client_signs_when_told_and_what_the_key_throws_goes_through()
    {
        StubHandler handler = StubHandler.Answering(_ => new LabResponse().Encode());
        using HttpClient http = new(handler);
        OcspOptions options = new() { ResponderAddress = new Uri("http://127.0.0.1:9/"), RequestSigner = new CredentialRequestSigner(SignerCredential.Create(RsaVerifier(), StatusLab.Key(5))) };
        await new OcspClient(http, options, new MyNumber.Testing.ManualTimeProvider(StatusLab.Now)).CheckAsync(Path);
        Parts.Of(handler.Bodies[0]).Signature.Length.ShouldBe(256);
        OcspClient broken = new(http, options with { RequestSigner = new BrokenSigner() }, new MyNumber.Testing.ManualTimeProvider(StatusLab.Now));
        await Should.ThrowAsync<CryptographicException>(async () => await broken.CheckAsync(Path));
        handler.Requests.Count.ShouldBe(1);
    }

    [SkippableTheory]
    [InlineData("signed as it should be", false, "good")]
    [InlineData("a bit of the signature changed", true, "Error")]
    public void Openssl_reads_and_checks_the_signature(string description, bool damaged, string expected)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        using TemporaryFolder folder = new();
        byte[] certificate = RsaVerifier();
        byte[] request = Encode(SignerCredential.Create(certificate, StatusLab.Key(5)));
        Parts parts = Parts.Of(request);
        request[request.AsSpan().IndexOf(parts.Signature)] ^= (byte)(damaged ? 1 : 0);
        ProgramOutcome text = openssl.Run("ocsp", "-reqin", folder.Write("request.der", request), "-req_text");
        text.All.ShouldContain("Requestor Name: DirName:C", customMessage: description);
        text.All.ShouldContain("sha256WithRSAEncryption");
        byte[] signature = Parts.Of(request).Signature;
        using X509Certificate2 signer = X509CertificateLoader.LoadCertificate(certificate);
        string key = folder.Write("key.pem", signer.PublicKey.GetRSAPublicKey()!.ExportSubjectPublicKeyInfoPem());
        ProgramOutcome verified = openssl.Run(
            "dgst", "-sha256", "-verify", key, "-signature", folder.Write("signature.bin", signature), folder.Write("tbs.der", parts.ToBeSigned));
        verified.All.ShouldContain(expected == "good" ? "Verified OK" : "Verification failure", Case.Insensitive, description);
    }

    private sealed class BrokenSigner : IOcspRequestSigner
    {
        public ReadOnlyMemory<byte> RequestorName => StatusLab.Name("C=JP").RawData;

        public ReadOnlyMemory<byte> RawCertificate => RsaVerifier();

        public ReadOnlyMemory<byte> SignatureAlgorithm => new byte[] { 0x30, 0x00 };

        public ReadOnlyMemory<byte> Sign(ReadOnlySpan<byte> toBeSigned) => throw new CryptographicException("card removed");
    }

    private sealed record Parts(byte[] ToBeSigned, byte[] Name, byte[] Algorithm, byte[] Signature, byte[] Certificate)
    {
        public static Parts Of(byte[] request)
        {
            AsnReader outer = new AsnReader(request, AsnEncodingRules.DER).ReadSequence();
            byte[] toBeSigned = outer.PeekEncodedValue().ToArray();
            AsnReader tbs = outer.ReadSequence();
            byte[] name = tbs.ReadSequence(One).ReadSequence(Four).ReadEncodedValue().ToArray();
            AsnReader signature = outer.ReadSequence(Zero).ReadSequence();
            outer.ThrowIfNotEmpty();
            byte[] algorithm = signature.ReadEncodedValue().ToArray();
            byte[] value = signature.ReadBitString(out int unused);
            unused.ShouldBe(0);
            byte[] certificate = signature.ReadSequence(Zero).ReadSequence().ReadEncodedValue().ToArray();
            signature.ThrowIfNotEmpty();
            return new Parts(toBeSigned, name, algorithm, value, certificate);
        }
    }
}
