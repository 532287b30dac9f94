using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace MyNumber.Jpki.Signatures.Primitives;

/// <summary>A named curve over a prime field whose keys are read: y² = x³ − 3x + b (SEC 2; FIPS 186-4 D.1.2).</summary>
internal sealed class EcCurve
{
    private readonly BigInteger _prime;
    private readonly BigInteger _b;
    private readonly BigInteger _order;

    private EcCurve(string oid, int bits, ECCurve platform, string prime, string b, string order)
    {
        Oid = oid;
        KeySize = bits;
        Platform = platform;
        _prime = Number(prime);
        _b = Number(b);
        _order = Number(order);
    }

    /// <summary>secp256r1 (P-256).</summary>
    public static EcCurve P256 { get; } = new(
        "1.2.840.10045.3.1.7",
        256,
        ECCurve.NamedCurves.nistP256,
        "FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF",
        "5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B",
        "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    /// <summary>secp384r1 (P-384), the curve announced for the next card.</summary>
    public static EcCurve P384 { get; } = new(
        "1.3.132.0.34",
        384,
        ECCurve.NamedCurves.nistP384,
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFF0000000000000000FFFFFFFF",
        "B3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF",
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973");

    public string Oid { get; }

    public int KeySize { get; }

    /// <summary>Octets of a coordinate, and of r and s.</summary>
    public int FieldLength => KeySize / 8;

    public ECCurve Platform { get; }

    public static EcCurve? Find(string oid) => oid == P256.Oid ? P256 : oid == P384.Oid ? P384 : null;

    /// <summary>Whether the octets are one point of the curve in uncompressed form (SEC 1 §2.3.3); the curves have cofactor 1, so the group needs no further check.</summary>
    public bool Holds(ReadOnlySpan<byte> point)
    {
        if (point.Length != 1 + (2 * FieldLength) || point[0] != 0x04)
        {
            return false;
        }

        BigInteger x = Number(point.Slice(1, FieldLength)), y = Number(point[(1 + FieldLength)..]);
        return x < _prime && y < _prime && ((y * y) - (x * x * x) + (3 * x) - _b) % _prime == 0;
    }

    /// <summary>Whether an unsigned big-endian number is from 1 to the group's order less one.</summary>
    public bool IsScalar(ReadOnlySpan<byte> number)
    {
        BigInteger value = Number(number);
        return !value.IsZero && value < _order;
    }

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static BigInteger Number(string hex) => BigInteger.Parse("0" + hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
