using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Signatures;

namespace MyNumber.Jpki.Tests.Signatures;

public sealed class CmsShapeTests : IDisposable
{
    private const string Sha1 = "1.3.14.3.2.26";
    private const string Sha384 = "2.16.840.1.101.3.4.2.2";
    private const string Sha512 = "2.16.840.1.101.3.4.2.3";

    private readonly SigningDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    public static TheoryData<string, string, string, string> AcceptedPairs => new()
    {
        { "SHA-256, rsaEncryption", nameof(HashAlgorithmName.SHA256), HandMadeCms.Sha256, HandMadeCms.RsaEncryption },
        { "SHA-256, sha256WithRSA", nameof(HashAlgorithmName.SHA256), HandMadeCms.Sha256, HandMadeCms.Sha256WithRsa },
        { "SHA-384, rsaEncryption", nameof(HashAlgorithmName.SHA384), Sha384, HandMadeCms.RsaEncryption },
        { "SHA-384, sha384WithRSA", nameof(HashAlgorithmName.SHA384), Sha384, "1.2.840.113549.1.1.12" },
        { "SHA-512, rsaEncryption", nameof(HashAlgorithmName.SHA512), Sha512, HandMadeCms.RsaEncryption },
        { "SHA-512, sha512WithRSA", nameof(HashAlgorithmName.SHA512), Sha512, "1.2.840.113549.1.1.13" },
    };

    [Theory]
    [MemberData(nameof(AcceptedPairs))]
    public async Task Accepted_algorithms_are_valid(string description, string hash, string digest, string signature)
    {
        HandMadeCms cms = _desk.Cms with { Hash = new HashAlgorithmName(hash), DigestOid = digest, SignatureOid = signature };
        (await _desk.VerifyAsync(cms.Encode())).Reason.ShouldBe(VerificationReason.None, description);
    }

    public static TheoryData<string, string, string, string> RefusedPairs => new()
    {
        { "SHA-1, rsaEncryption", nameof(HashAlgorithmName.SHA1), Sha1, HandMadeCms.RsaEncryption },
        { "SHA-1, sha1WithRSA", nameof(HashAlgorithmName.SHA1), Sha1, "1.2.840.113549.1.1.5" },
        { "MD5, rsaEncryption", nameof(HashAlgorithmName.MD5), "1.2.840.113549.2.5", HandMadeCms.RsaEncryption },
        { "SHA-256 with the name of SHA-512's signature", nameof(HashAlgorithmName.SHA256), HandMadeCms.Sha256, "1.2.840.113549.1.1.13" },
        { "RSASSA-PSS", nameof(HashAlgorithmName.SHA256), HandMadeCms.Sha256, "1.2.840.113549.1.1.10" },
        { "ecdsa-with-SHA256", nameof(HashAlgorithmName.SHA256), HandMadeCms.Sha256, "1.2.840.10045.4.3.2" },
    };

    [Theory]
    [MemberData(nameof(RefusedPairs))]
    public async Task Other_algorithms_are_not_accepted(string description, string hash, string digest, string signature)
    {
        HandMadeCms cms = _desk.Cms with { Hash = new HashAlgorithmName(hash), DigestOid = digest, SignatureOid = signature };
        (await _desk.VerifyAsync(cms.Encode())).Reason.ShouldBe(VerificationReason.AlgorithmNotAccepted, description);
    }

    [Fact]
    public async Task Parameters_absent_are_read_and_foreign_ones_are_not_accepted()
    {
        (await _desk.VerifyAsync((_desk.Cms with { SignatureParameters = null }).Encode())).Reason.ShouldBe(VerificationReason.None);
        (await _desk.VerifyAsync((_desk.Cms with { SignatureParameters = [0x30, 0x00] }).Encode())).Reason.ShouldBe(VerificationReason.AlgorithmNotAccepted);
    }

    [Theory]
    [InlineData("the algorithms of the document", HandMadeCms.Sha256, HandMadeCms.RsaEncryption, 1, VerificationReason.None)]
    [InlineData("another digest", Sha512, HandMadeCms.RsaEncryption, 1, VerificationReason.AlgorithmNotAccepted)]
    [InlineData("another name of the signature", HandMadeCms.Sha256, HandMadeCms.Sha256WithRsa, 1, VerificationReason.AlgorithmNotAccepted)]
    [InlineData("a MAC in place of a signature", HandMadeCms.Sha256, HandMadeCms.RsaEncryption, 2, VerificationReason.DocumentMalformed)]
    public async Task Algorithms_under_the_signature_are_those_beside_it(string description, string digest, string signature, int tag, VerificationReason expected)
    {
        byte[] protection = HandMadeCms.Attribute("1.2.840.113549.1.9.52", w =>
        {
            using (w.PushSequence())
            {
                using (w.PushSequence())
                {
                    w.WriteObjectIdentifier(digest);
                }

                using (w.PushSequence(new Asn1Tag(TagClass.ContextSpecific, tag)))
                {
                    w.WriteObjectIdentifier(signature);
                }
            }
        });
        (await _desk.VerifyAsync((_desk.Cms with { Attributes = list => list.Add(protection) }).Encode())).Reason.ShouldBe(expected, description);
    }

    [Fact]
    public async Task Signer_named_by_key_identifier_is_found()
    {
        HandMadeCms cms = _desk.Cms with { ByKeyIdentifier = true, Certificates = [_desk.SignatureDer, _desk.SignatureAuthority.Der] };
        (await _desk.VerifyAsync(cms.Encode())).Reason.ShouldBe(VerificationReason.None);
    }

    [Fact]
    public async Task Document_without_signed_attributes_is_valid_over_its_content()
    {
        HandMadeCms cms = _desk.Cms with { HasAttributes = false };
        (await _desk.VerifyAsync(cms.Encode())).Reason.ShouldBe(VerificationReason.None);
        byte[] changed = [.. SigningDesk.Application, 0];
        (await _desk.VerifyAsync((cms with { Content = changed, SignedContent = SigningDesk.Application }).Encode())).Reason.ShouldBe(VerificationReason.SignatureInvalid);
    }

    [Fact]
    public async Task Signed_attributes_passed_off_as_a_document_are_refused()
    {
        byte[] attributes = _desk.Cms.EncodeAttributes();
        HandMadeCms cms = _desk.Cms with { HasAttributes = false, Content = attributes };
        (await _desk.VerifyAsync(cms.Encode())).Reason.ShouldBe(VerificationReason.DocumentMalformed);
        (await _desk.VerifyAsync((cms with { Detached = true }).Encode(), attributes)).Reason.ShouldBe(VerificationReason.DocumentMalformed);
    }

    public static TheoryData<string, bool, Action<List<byte[]>>> AttributeSets => new()
    {
        { "as they should be", true, _ => { } },
        { "not in DER order", false, _ => { } },
        { "more than thirty-two", true, l => l.AddRange(Enumerable.Range(0, 33).Select(i => HandMadeCms.Attribute($"2.25.{i + 5}", w => w.WriteNull()))) },
        { "over 64 KiB", true, l => l.Add(HandMadeCms.Attribute("2.25.5", w => w.WriteOctetString(new byte[70000]))) },
        { "messageDigest twice", true, l => l.Add(l[2]) },
        { "messageDigest of another type", true, l => l[2] = HandMadeCms.Attribute(HandMadeCms.MessageDigestAttribute, w => w.WriteInteger(1)) },
        { "contentType in BER's long length", true, l => l[0] = [0x30, 0x81, (byte)(l[0].Length - 2), .. l[0].AsSpan(2)] },
        { "messageDigest only", true, l => l.RemoveRange(0, 2) },
    };

    [Theory]
    [MemberData(nameof(AttributeSets))]
    public async Task Signed_attributes_of_any_shape_passed_off_as_a_document_are_refused(string description, bool sorted, Action<List<byte[]>> change)
    {
        byte[] attributes = (_desk.Cms with { SortsAttributes = sorted, Attributes = change }).EncodeAttributes();
        HandMadeCms cms = _desk.Cms with { HasAttributes = false, Content = attributes };
        (await _desk.VerifyAsync(cms.Encode())).Reason.ShouldBe(VerificationReason.DocumentMalformed, description);
        (await _desk.VerifyAsync((cms with { Detached = true }).Encode(), attributes)).Reason.ShouldBe(VerificationReason.DocumentMalformed, description);
    }

    [Theory]
    [InlineData("a text that begins with the digit one", "1. Application")]
    [InlineData("that digit alone", "1")]
    [InlineData("nothing", "")]
    public async Task Content_that_only_begins_like_a_set_is_valid_without_signed_attributes(string description, string content)
    {
        HandMadeCms cms = _desk.Cms with { HasAttributes = false, Content = Encoding.UTF8.GetBytes(content) };
        (await _desk.VerifyAsync(cms.Encode())).Reason.ShouldBe(VerificationReason.None, description);
    }

    [Fact]
    public async Task The_same_certificate_twice_is_one()
    {
        HandMadeCms cms = _desk.Cms with { Certificates = [_desk.SignatureDer, _desk.SignatureDer] };
        (await _desk.VerifyAsync(cms.Encode())).Reason.ShouldBe(VerificationReason.None);
        (await _desk.VerifyAsync((cms with { ByKeyIdentifier = true }).Encode())).Reason.ShouldBe(VerificationReason.None);
        byte[] other = [.. _desk.SignatureDer];
        other[^1] ^= 1;
        (await _desk.VerifyAsync((cms with { Certificates = [_desk.SignatureDer, other, _desk.SignatureDer] }).Encode())).Reason.ShouldBe(VerificationReason.SignerNotFound);
    }

    public static TheoryData<string, Action<HandMadeCmsChange>> Malformed => new()
    {
        { "no messageDigest", c => c.Edit(l => l.RemoveAt(2)) },
        { "no contentType", c => c.Edit(l => l.RemoveAt(0)) },
        { "no attribute at all", c => c.Edit(l => l.Clear()) },
        { "messageDigest twice, the same", c => c.Edit(l => l.Add(l[2])) },
        { "messageDigest twice, differing", c => c.Edit(l => l.Add(HandMadeCms.Attribute(HandMadeCms.MessageDigestAttribute, w => w.WriteOctetString(new byte[32])))) },
        { "contentType twice", c => c.Edit(l => l.Add(l[0])) },
        { "signingTime twice", c => c.Edit(l => l.Add(l[1])) },
        { "messageDigest with two values", c => c.Edit(l => l[2] = HandMadeCms.Attribute(HandMadeCms.MessageDigestAttribute, w => { w.WriteOctetString(SHA256.HashData(SigningDesk.Application)); w.WriteOctetString([1]); })) },
        { "messageDigest without value", c => c.Edit(l => l[2] = HandMadeCms.Attribute(HandMadeCms.MessageDigestAttribute, _ => { })) },
        { "messageDigest of another type", c => c.Edit(l => l[2] = HandMadeCms.Attribute(HandMadeCms.MessageDigestAttribute, w => w.WriteInteger(1))) },
        { "unknown attribute without value", c => c.Edit(l => l.Add(HandMadeCms.Attribute("1.2.3.4", _ => { }))) },
        { "thirty-three attributes", c => c.Edit(l => l.AddRange(Enumerable.Range(0, 30).Select(i => HandMadeCms.Attribute($"1.2.3.{i}", w => w.WriteNull())))) },
        { "attributes not in DER order", c => c.Cms = c.Cms with { SortsAttributes = false } },
        { "signed content type of another kind", c => c.Cms = c.Cms with { SignedContentType = "1.2.840.113549.1.9.16.1.4" } },
        { "content type of another kind without attributes", c => c.Cms = c.Cms with { ContentType = "1.2.840.113549.1.9.16.1.4", HasAttributes = false } },
        { "version 3 with issuer and serial", c => c.Cms = c.Cms with { SignerVersion = 3 } },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Other_shapes_are_malformed(string description, Action<HandMadeCmsChange> change)
    {
        HandMadeCmsChange changed = new() { Cms = _desk.Cms };
        change(changed);
        (await _desk.VerifyAsync(changed.Cms.Encode())).Reason.ShouldBe(VerificationReason.DocumentMalformed, description);
    }

    [Theory]
    [InlineData("no signer", 0, VerificationReason.SignerNotFound)]
    [InlineData("two signers", 2, VerificationReason.SeveralSigners)]
    public async Task Not_exactly_one_signer_is_refused_for_what_it_is(string description, int signers, VerificationReason expected) =>
        (await _desk.VerifyAsync((_desk.Cms with { Signers = signers }).Encode())).Reason.ShouldBe(expected, description);

    [Fact]
    public async Task Thirty_three_certificates_are_too_many()
    {
        HandMadeCms cms = _desk.Cms with { Certificates = [.. Enumerable.Repeat(_desk.SignatureAuthority.Der, 32)] };
        CmsSignedDocument.TryParse(cms.Encode(), out CmsSignedDocument? document, out _).ShouldBeTrue();
        document!.Certificates.Count.ShouldBe(32);
        cms = cms with { Certificates = [.. cms.Certificates, _desk.SignatureDer] };
        (await _desk.VerifyAsync(cms.Encode())).Reason.ShouldBe(VerificationReason.DocumentMalformed);
    }

    [Fact]
    public void A_document_over_the_ceiling_is_not_read()
    {
        CmsSignedDocument.TryParse(new byte[CmsSignedDocument.MaximumLength + 1], out _, out VerificationReason reason).ShouldBeFalse();
        reason.ShouldBe(VerificationReason.DocumentMalformed);
    }

    [Fact]
    public void Indefinite_length_is_malformed()
    {
        byte[] der = _desk.Cms.Encode();
        AsnDecoder.ReadSequence(der, AsnEncodingRules.DER, out int offset, out _, out _);
        byte[] ber = [0x30, 0x80, .. der[offset..], 0, 0];
        CmsSignedDocument.TryParse(ber, out _, out VerificationReason reason).ShouldBeFalse();
        reason.ShouldBe(VerificationReason.DocumentMalformed);
    }

    [Fact]
    public async Task Every_truncation_and_a_byte_too_many_are_malformed()
    {
        byte[] der = _desk.Cms.Encode();
        for (int length = 0; length < der.Length; length++)
        {
            (await _desk.VerifyAsync(der[..length])).Reason.ShouldBe(VerificationReason.DocumentMalformed);
        }

        (await _desk.VerifyAsync([.. der, 0])).Reason.ShouldBe(VerificationReason.DocumentMalformed);
    }

    [Fact]
    public async Task No_flipped_bit_in_what_counts_is_ever_valid()
    {
        byte[] der = _desk.Cms.Encode();
        for (int position = 0; position < der.Length; position++)
        {
            byte[] flipped = [.. der];
            flipped[position] ^= (byte)(1 << (position % 8));
            DocumentVerificationResult result = await _desk.VerifyAsync(flipped);
            if (result.Outcome == VerificationOutcome.Valid)
            {
                result.Content!.Value.ToArray().ShouldBe(SigningDesk.Application);
                result.Signer!.Certificate.RawData.ToArray().ShouldBe(_desk.SignatureDer);
                IsUnsignedHint(der, position).ShouldBeTrue($"byte {position}");
            }
        }
    }

    // Outside certificate, content and SignerInfo only the version and the digestAlgorithms hint may vary without meaning.
    private static bool IsUnsignedHint(byte[] der, int position) =>
        position < der.AsSpan().IndexOf(Convert.FromHexString("06092A864886F70D010701"));

    public sealed class HandMadeCmsChange
    {
        internal HandMadeCms Cms { get; set; } = null!;

        public void Edit(Action<List<byte[]>> edit) => Cms = Cms with { Attributes = edit };
    }
}
