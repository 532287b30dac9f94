using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;

namespace MyNumber.Jpki.Tests.Signatures.Cms;

public sealed class SigningCertificateTests : IDisposable
{
    private const string V1 = "1.2.840.113549.1.9.16.2.12";
    private const string V2 = "1.2.840.113549.1.9.16.2.47";
    private const string Sha512 = "2.16.840.1.101.3.4.2.3";

    private readonly SigningDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    public static TheoryData<string, string, VerificationReason> Values => new()
    {
        { "own hash", "hash", VerificationReason.None },
        { "own hash, the default written out", "hash explicit", VerificationReason.None },
        { "own hash by SHA-512", "hash 512", VerificationReason.None },
        { "own hash, issuer and serial", "hash number", VerificationReason.None },
        { "own first and another second", "hash other-second", VerificationReason.None },
        { "own hash with policies behind", "hash policies", VerificationReason.None },
        { "version 1 with the own SHA-1", "v1", VerificationReason.None },
        { "hash of another certificate", "wrong", VerificationReason.SigningCertificateMismatch },
        { "version 1 with another SHA-1", "v1 wrong", VerificationReason.SigningCertificateMismatch },
        { "another first and own second", "other-first", VerificationReason.SigningCertificateMismatch },
        { "own hash and another serial", "hash serial", VerificationReason.SigningCertificateMismatch },
        { "own hash and another issuer", "hash issuer", VerificationReason.SigningCertificateMismatch },
        { "a hash that is not accepted", "unknown", VerificationReason.AlgorithmNotAccepted },
        { "SHA-1 in version 2", "sha1", VerificationReason.DocumentMalformed },
        { "a hash cut short", "short", VerificationReason.DocumentMalformed },
        { "no certificate at all", "empty", VerificationReason.DocumentMalformed },
        { "two values", "two", VerificationReason.DocumentMalformed },
        { "thirty-three certificates", "many", VerificationReason.DocumentMalformed },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task The_attribute_is_held_to_the_certificate(string description, string shape, VerificationReason expected)
    {
        byte[] cms = (_desk.Cms with { Attributes = list => list.Add(Attribute(shape)) }).Encode();
        (await _desk.VerifyAsync(cms)).Reason.ShouldBe(expected, description);
    }

    [Fact]
    public async Task Both_versions_are_compared_when_both_are_there()
    {
        byte[] right = (_desk.Cms with { Attributes = list => list.AddRange([Attribute("hash"), Attribute("v1")]) }).Encode();
        (await _desk.VerifyAsync(right)).Reason.ShouldBe(VerificationReason.None);
        byte[] wrong = (_desk.Cms with { Attributes = list => list.AddRange([Attribute("hash"), Attribute("v1 wrong")]) }).Encode();
        (await _desk.VerifyAsync(wrong)).Reason.ShouldBe(VerificationReason.SigningCertificateMismatch);
    }

    [Theory]
    [InlineData("none", "", VerificationReason.SigningCertificateMissing)]
    [InlineData("version 1 only", "v1", VerificationReason.SigningCertificateMissing)]
    [InlineData("version 2", "hash", VerificationReason.None)]
    public async Task A_verifier_can_require_it(string description, string shape, VerificationReason expected)
    {
        byte[] cms = (_desk.Cms with { Attributes = list => list.AddRange(shape.Length == 0 ? [] : [Attribute(shape)]) }).Encode();
        (await new DocumentVerifier(_desk.SignatureValidator, requiresSigningCertificate: true).VerifyAsync(cms)).Reason.ShouldBe(expected, description);
    }

    [Fact]
    public async Task A_certificate_renewed_for_the_same_key_and_swapped_in_is_noticed()
    {
        using SignerDesk signers = new();
        CmsSignedDocument document = SignerDesk.Parse(signers.SignByFirst(new CmsSigningOptions { NamesSignerByKeyIdentifier = true, IncludesCertificate = false }));
        byte[] renewed = (Shaped.ShapedLeaf.Signature with { Serial = [0x01, 0x22, 0x33, 0x77] }).IssueBy(signers.Desk.SignatureAuthority);
        SignedDataWriter writer = SignedDataWriter.From(document);
        writer.AddSigner(document.Signers[0].Fields.Encoded);
        writer.AddCertificate(renewed);
        (await signers.Desk.VerifyAsync(writer.Encode())).Reason.ShouldBe(VerificationReason.SigningCertificateMismatch);
    }

    [Theory]
    [InlineData("contentType", HandMadeCms.ContentTypeAttribute)]
    [InlineData("messageDigest", HandMadeCms.MessageDigestAttribute)]
    [InlineData("signingTime", HandMadeCms.SigningTimeAttribute)]
    [InlineData("signing-certificate-v2", V2)]
    public void An_attribute_moved_to_the_unsigned_ones_is_malformed(string description, string type)
    {
        byte[] cms = WithUnsigned(HandMadeCms.Attribute(type, w => w.WriteNull()));
        CmsSignedDocument.TryParse(cms, out _, out VerificationReason reason).ShouldBeFalse(description);
        reason.ShouldBe(VerificationReason.DocumentMalformed);
    }

    [Theory]
    [InlineData("timestamp token", "1.2.840.113549.1.9.16.2.14")]
    [InlineData("countersignature", "1.2.840.113549.1.9.6")]
    public async Task An_attribute_moved_to_the_signed_ones_is_malformed(string description, string type)
    {
        byte[] cms = (_desk.Cms with { Attributes = list => list.Add(HandMadeCms.Attribute(type, w => w.WriteNull())) }).Encode();
        (await _desk.VerifyAsync(cms)).Reason.ShouldBe(VerificationReason.DocumentMalformed, description);
    }

    [Fact]
    public async Task Unsigned_attributes_that_are_not_known_change_nothing()
    {
        byte[] cms = WithUnsigned(HandMadeCms.Attribute("1.2.3.4", w => w.WriteNull()), HandMadeCms.Attribute("1.2.3.4", w => w.WriteNull()));
        (await _desk.VerifyAsync(cms)).Reason.ShouldBe(VerificationReason.None);
        byte[][] many = [.. Enumerable.Repeat(HandMadeCms.Attribute("1.2.3.4", w => w.WriteNull()), 33)];
        (await _desk.VerifyAsync(WithUnsigned(many))).Reason.ShouldBe(VerificationReason.DocumentMalformed);
        (await _desk.VerifyAsync(WithUnsigned())).Reason.ShouldBe(VerificationReason.DocumentMalformed);
    }

    private byte[] WithUnsigned(params byte[][] attributes) => UnsignedAttributesOf.FirstSigner(SignerDesk.Parse(_desk.Cms.Encode()), attributes);

    private byte[] Attribute(string shape)
    {
        bool old = shape.StartsWith("v1", StringComparison.Ordinal);
        byte[] own = _desk.SignatureDer, other = _desk.SignatureAuthority.Der;
        Action<AsnWriter> mine = w => WriteId(w, old ? SHA1.HashData(own) : SHA256.HashData(own), null), foreign = w => WriteId(w, SHA256.HashData(other), null);
        Action<AsnWriter>[] ids = shape switch
        {
            "hash explicit" => [w => WriteId(w, SHA256.HashData(own), HandMadeCms.Sha256)],
            "hash 512" => [w => WriteId(w, SHA512.HashData(own), Sha512)],
            "hash number" => [w => WriteId(w, SHA256.HashData(own), null, _desk.SignatureAuthority.Name, [0x01, 0x22, 0x33, 0x44])],
            "hash serial" => [w => WriteId(w, SHA256.HashData(own), null, _desk.SignatureAuthority.Name, [0x01, 0x22, 0x33, 0x45])],
            "hash issuer" => [w => WriteId(w, SHA256.HashData(own), null, new X500DistinguishedName("C=JP"), [0x01, 0x22, 0x33, 0x44])],
            "hash other-second" => [mine, foreign],
            "other-first" => [foreign, mine],
            "wrong" => [foreign],
            "v1 wrong" => [w => WriteId(w, SHA1.HashData(other), null)],
            "unknown" => [w => WriteId(w, SHA256.HashData(own), "2.16.840.1.101.3.4.2.8")],
            "sha1" => [w => WriteId(w, SHA1.HashData(own), "1.3.14.3.2.26")],
            "short" => [w => WriteId(w, SHA256.HashData(own)[..31], null)],
            "empty" => [],
            "many" => [.. Enumerable.Repeat(mine, 33)],
            _ => [mine],
        };
        return HandMadeCms.Attribute(old ? V1 : V2, w =>
        {
            WriteValue(w, ids, shape == "hash policies");
            if (shape == "two")
            {
                WriteValue(w, [mine, mine], false);
            }
        });
    }

    private static void WriteValue(AsnWriter writer, Action<AsnWriter>[] ids, bool policies)
    {
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                ids.ToList().ForEach(id => id(writer));
            }

            if (policies)
            {
                using (writer.PushSequence())
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.2.3.4");
                }
            }
        }
    }

    private static void WriteId(AsnWriter writer, byte[] hash, string? algorithm, X500DistinguishedName? issuer = null, byte[]? serial = null)
    {
        using (writer.PushSequence())
        {
            if (algorithm is not null)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(algorithm);
                }
            }

            writer.WriteOctetString(hash);
            if (issuer is not null)
            {
                using (writer.PushSequence())
                {
                    using (writer.PushSequence())
                    using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
                    {
                        writer.WriteEncodedValue(issuer.RawData);
                    }

                    writer.WriteInteger(serial);
                }
            }
        }
    }
}
