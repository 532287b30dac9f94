using System.Security.Cryptography;
using MyNumber.Jpki.Signatures.Primitives;

namespace MyNumber.Jpki.Certificates;

/// <summary>Checks ECDSA signatures under one public key on P-256 or P-384, from any thread. The encoding is read here, strictly; the platform gets two numbers.</summary>
internal sealed class EcdsaVerifier
{
    private readonly EcCurve _curve;
    private readonly ImportedKeys<ECDsa> _keys;

    /// <summary>Takes a key that <see cref="PublicKeyFields"/> read.</summary>
    /// <exception cref="ArgumentException">The key is not on one of the two curves.</exception>
    public EcdsaVerifier(PublicKeyFields key)
    {
        _curve = key.Curve ?? throw new ArgumentException("The key is not on P-256 or P-384.", nameof(key));
        ReadOnlyMemory<byte> point = key.KeyBits[1..];
        ECPoint q = new() { X = point[.._curve.FieldLength].ToArray(), Y = point[_curve.FieldLength..].ToArray() };
        ECParameters parameters = new() { Curve = _curve.Platform, Q = q };
        _keys = new ImportedKeys<ECDsa>(() => ECDsa.Create(parameters));
    }

    /// <summary>Never throws for bad signatures; of a hash longer than the group's order the leftmost bits count (FIPS 186-4 §6.4).</summary>
    public bool Verify(ReadOnlySpan<byte> hash, ReadOnlyMemory<byte> signature)
    {
        Span<byte> pair = stackalloc byte[2 * EcCurve.P384.FieldLength];
        pair = pair[..(2 * _curve.FieldLength)];
        return EcdsaSignatureValue.TryRead(signature, _curve, pair) && VerifyFixed(hash, pair);
    }

    /// <summary>The same with r and s side by side, as JWS writes them (RFC 7518 §3.4).</summary>
    public bool VerifyFixed(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> pair)
    {
        int half = _curve.FieldLength;
        return pair.Length == 2 * half
            && _curve.IsScalar(pair[..half])
            && _curve.IsScalar(pair[half..])
            && _keys.Verify(hash, pair, static (key, digest, value) => key.VerifyHash(digest, value, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }
}
