using System.Formats.Asn1;
using System.Numerics;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Signatures.Primitives;

namespace MyNumber.Jpki.Certificates;

/// <summary>SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) with RSA's two numbers when it is RSA, and the curve when it is P-256 or P-384.</summary>
internal sealed class PublicKeyFields
{
    private PublicKeyFields(ReadOnlyMemory<byte> encoded, string algorithm, ReadOnlyMemory<byte> keyBits)
    {
        Encoded = encoded;
        Algorithm = algorithm;
        KeyBits = keyBits;
    }

    public ReadOnlyMemory<byte> Encoded { get; }

    public string Algorithm { get; }

    /// <summary>Contents of the BIT STRING: for RSA the RSAPublicKey, for the two curves an uncompressed point that lies on the curve.</summary>
    public ReadOnlyMemory<byte> KeyBits { get; }

    /// <summary>Big-endian without leading zero; empty for another algorithm.</summary>
    public ReadOnlyMemory<byte> Modulus { get; private init; }

    public ReadOnlyMemory<byte> Exponent { get; private init; }

    /// <summary>The named curve; <see langword="null"/> for another algorithm or curve. Parameters that spell a curve out are a flaw (RFC 5480 §2.1.1).</summary>
    public EcCurve? Curve { get; private init; }

    public int KeySize => Curve is not null ? Curve.KeySize : Modulus.IsEmpty ? 0 : (Modulus.Length * 8) - BitOperations.LeadingZeroCount((uint)Modulus.Span[0]) + 24;

    public static PublicKeyFields Read(ref DerReader reader)
    {
        ReadOnlyMemory<byte> encoded = reader.ReadEncoded();
        DerReader info = new DerReader(encoded).ReadSequence();
        DerReader identifier = new(info.ReadEncoded());
        ReadOnlyMemory<byte> bits = info.ReadBitString();
        info.End();
        DerReader look = identifier;
        string algorithm = AlgorithmIdentifiers.ReadStrict(ref look);
        return algorithm switch
        {
            Oids.RsaEncryption => ReadRsa(encoded, bits),
            Oids.EcPublicKey => ReadPoint(encoded, identifier, bits),
            _ => new PublicKeyFields(encoded, algorithm, bits),
        };
    }

    private static PublicKeyFields ReadPoint(ReadOnlyMemory<byte> encoded, DerReader identifier, ReadOnlyMemory<byte> bits)
    {
        DerReader parts = identifier.ReadSequence();
        parts.ReadOid();
        EcCurve? curve = EcCurve.Find(parts.ReadOid());
        parts.End();
        DerReader.Require(curve is null || curve.Holds(bits.Span));
        return new PublicKeyFields(encoded, Oids.EcPublicKey, bits) { Curve = curve };
    }

    private static PublicKeyFields ReadRsa(ReadOnlyMemory<byte> encoded, ReadOnlyMemory<byte> bits)
    {
        DerReader outer = new(bits);
        DerReader numbers = outer.ReadSequence();
        outer.End();
        ReadOnlyMemory<byte> modulus = Unsigned(numbers.ReadInteger());
        ReadOnlyMemory<byte> exponent = Unsigned(numbers.ReadInteger());
        numbers.End();
        return new PublicKeyFields(encoded, Oids.RsaEncryption, bits) { Modulus = modulus, Exponent = exponent };
    }

    private static ReadOnlyMemory<byte> Unsigned(ReadOnlyMemory<byte> integer)
    {
        ReadOnlyMemory<byte> number = integer.Length > 1 && integer.Span[0] == 0 ? integer[1..] : integer;
        return integer.Span[0] < 0x80 && number.Span[0] != 0 ? number : throw new AsnContentException();
    }
}
