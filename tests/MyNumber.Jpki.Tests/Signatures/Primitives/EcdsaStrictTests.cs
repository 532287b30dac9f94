using System.Formats.Asn1;
using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures.Primitives;

namespace MyNumber.Jpki.Tests.Signatures.Primitives;

public sealed class EcdsaStrictTests
{
    // RFC 6979 A.2.5, P-256 with SHA-256, message "sample".
    private const string Ux = "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6";
    private const string Uy = "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299";
    private const string R = "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716";
    private const string S = "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8";
    private const string Order256 = "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551";
    private const string P256Parameters = "06082A8648CE3D030107";

    private static readonly byte[] Digest = SHA256.HashData("sample"u8);

    [Fact]
    public void The_signature_of_RFC_6979_holds_in_both_forms()
    {
        Verifier(P256Parameters, Point()).Verify(Digest, Signature("00" + R, "00" + S)).ShouldBeTrue();
        Verifier(P256Parameters, Point()).VerifyFixed(Digest, Convert.FromHexString(R + S)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("r without its leading zero is negative", R, "00" + S)]
    [InlineData("s without its leading zero is negative", "00" + R, S)]
    [InlineData("two leading zeros", "0000" + R, "00" + S)]
    [InlineData("r is zero", "00", "00" + S)]
    [InlineData("s is zero", "00" + R, "00")]
    [InlineData("s is the order", "00" + R, "00" + Order256)]
    [InlineData("r is past the field", "01" + R, "00" + S)]
    [InlineData("r and s are exchanged", "00" + S, "00" + R)]
    public void Another_pair_of_numbers_is_refused(string description, string r, string s) =>
        Verifier(P256Parameters, Point()).Verify(Digest, Signature(r, s)).ShouldBeFalse(description);

    [Theory]
    [InlineData("empty", 0)]
    [InlineData("a byte after the end", 1)]
    [InlineData("length in the long form", 2)]
    [InlineData("indefinite length", 3)]
    [InlineData("cut by one byte", 4)]
    [InlineData("a third number", 5)]
    [InlineData("fixed form where DER belongs", 6)]
    public void Another_encoding_of_the_same_numbers_is_refused(string description, int form)
    {
        byte[] der = Signature("00" + R, "00" + S);
        byte[] other = form switch
        {
            0 => [],
            1 => [.. der, 0],
            2 => [0x30, 0x81, .. der[1..]],
            3 => [0x30, 0x80, .. der[2..], 0, 0],
            4 => der[..^1],
            5 => [0x30, (byte)(der[1] + 3), .. der[2..], 2, 1, 1],
            _ => Convert.FromHexString(R + S),
        };
        Verifier(P256Parameters, Point()).Verify(Digest, other).ShouldBeFalse(description);
    }

    [Theory]
    [InlineData("one half is missing", 32)]
    [InlineData("one byte too many", 65)]
    [InlineData("nothing", 0)]
    public void Fixed_form_of_another_length_is_refused(string description, int length)
    {
        byte[] pair = new byte[length];
        Convert.FromHexString(R + S).AsSpan(0, Math.Min(64, length)).CopyTo(pair);
        Verifier(P256Parameters, Point()).VerifyFixed(Digest, pair).ShouldBeFalse(description);
    }

    [Theory]
    [InlineData("y is off by one", "04" + Ux + "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D446229A")]
    [InlineData("compressed", "03" + Ux)]
    [InlineData("hybrid", "07" + Ux + Uy)]
    [InlineData("the point at infinity", "00")]
    [InlineData("zeros", "0400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("y past the prime", "04" + Ux + "FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF")]
    [InlineData("cut", "04" + Ux)]
    public void A_key_that_is_no_uncompressed_point_of_the_curve_cannot_be_read(string description, string point) =>
        Should.Throw<AsnContentException>(() => Read(P256Parameters, Convert.FromHexString(point)), description);

    [Theory]
    [InlineData("parameters are NULL", "0500")]
    [InlineData("no parameters", "")]
    [InlineData("two names", P256Parameters + P256Parameters)]
    [InlineData("a curve spelt out", "300702010106022A03")]
    public void A_key_without_a_named_curve_cannot_be_read(string description, string parameters) =>
        Should.Throw<AsnContentException>(() => Read(parameters, Point()), description);

    [Theory]
    [InlineData("P-521", "06052B81040023")]
    [InlineData("secp256k1", "06052B8104000A")]
    public void A_key_on_another_named_curve_verifies_nothing(string description, string parameters)
    {
        KeyVerifier verifier = new(Read(parameters, Point()));
        verifier.IsSupported.ShouldBeFalse(description);
        verifier.Verify("sample"u8, SignatureScheme.Find("1.2.840.10045.4.3.2")!, Signature("00" + R, "00" + S)).ShouldBeFalse(description);
    }

    [Fact]
    public void A_key_of_one_kind_does_not_verify_a_scheme_of_another()
    {
        KeyVerifier verifier = new(Read(P256Parameters, Point()));
        verifier.Verify("sample"u8, SignatureScheme.Find("1.2.840.10045.4.3.2")!, Signature("00" + R, "00" + S)).ShouldBeTrue();
        verifier.Verify("sample"u8, SignatureScheme.Find("1.2.840.113549.1.1.11")!, Signature("00" + R, "00" + S)).ShouldBeFalse();
        SignatureScheme.Find("1.2.840.10045.4.1").ShouldBeNull("ecdsa-with-SHA1");
    }

    [Theory]
    [InlineData("P-256", 256)]
    [InlineData("P-384", 384)]
    public void Keys_that_the_platform_makes_are_read(string description, int size)
    {
        using ECDsa key = ECDsa.Create(size == 256 ? ECCurve.NamedCurves.nistP256 : ECCurve.NamedCurves.nistP384);
        DerReader reader = new(key.ExportSubjectPublicKeyInfo());
        PublicKeyFields fields = PublicKeyFields.Read(ref reader);
        fields.KeySize.ShouldBe(size, description);
        byte[] signature = key.SignHash(Digest, DSASignatureFormat.Rfc3279DerSequence);
        new EcdsaVerifier(fields).Verify(Digest, signature).ShouldBeTrue(description);
        new EcdsaVerifier(fields).Verify(SHA256.HashData("sampled"u8), signature).ShouldBeFalse(description);
    }

    private static byte[] Point() => Convert.FromHexString("04" + Ux + Uy);

    private static byte[] Signature(string r, string s) => Sequence([.. Integer(r), .. Integer(s)]);

    private static byte[] Integer(string hex) => [0x02, (byte)(hex.Length / 2), .. Convert.FromHexString(hex)];

    private static byte[] Sequence(byte[] contents) => [0x30, (byte)contents.Length, .. contents];

    private static EcdsaVerifier Verifier(string parameters, byte[] point) => new(Read(parameters, point));

    private static PublicKeyFields Read(string parameters, byte[] point)
    {
        byte[] algorithm = Sequence([.. Convert.FromHexString("06072A8648CE3D0201"), .. Convert.FromHexString(parameters)]);
        DerReader reader = new(Sequence([.. algorithm, 0x03, (byte)(point.Length + 1), 0, .. point]));
        return PublicKeyFields.Read(ref reader);
    }
}
