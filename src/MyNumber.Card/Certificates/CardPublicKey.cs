using System.Numerics;
using System.Security.Cryptography;
using MyNumber.Card.Tlv;

namespace MyNumber.Card.Certificates;

/// <summary>An RSA-2048 public key with exponent 65537 as the card's files write it: <c>90 03 01 00 01  91 82 01 00</c> and the modulus.</summary>
/// <remarks>Immutable and thread safe. Source: project research notes, two sources. Keys of other sizes or exponents are refused: none was ever seen.</remarks>
public sealed class CardPublicKey : IEquatable<CardPublicKey>
{
    /// <summary>Bytes of the modulus and of a signature.</summary>
    public const int ModulusLength = 256;

    private static readonly byte[] Exponent = [0x01, 0x00, 0x01];
    private readonly byte[] _modulus;

    /// <summary>Takes a modulus.</summary>
    /// <param name="modulus">256 bytes, the first bit set and the last one too.</param>
    /// <exception cref="ArgumentException">The bytes cannot be an RSA-2048 modulus.</exception>
    public CardPublicKey(ReadOnlySpan<byte> modulus)
    {
        if (!CanBeModulus(modulus))
        {
            throw new ArgumentException("The bytes cannot be an RSA-2048 modulus.", nameof(modulus));
        }

        _modulus = modulus.ToArray();
    }

    /// <summary>The modulus, first byte uppermost.</summary>
    public ReadOnlySpan<byte> Modulus => _modulus;

    /// <summary>Reads a key object.</summary>
    /// <param name="content">The 265 bytes.</param>
    /// <returns>The key.</returns>
    /// <exception cref="CardDataException">Another form, size or exponent.</exception>
    public static CardPublicKey Read(ReadOnlySpan<byte> content)
    {
        BerTlvReader reader = new(content);
        if (!reader.TryRead(out ushort tag, out ReadOnlySpan<byte> exponent) || tag != 0x90
            || !reader.TryRead(out tag, out ReadOnlySpan<byte> modulus) || tag != 0x91 || !reader.Rest.IsEmpty)
        {
            throw new CardDataException("A public key is not an exponent 90 and a modulus 91.");
        }

        return exponent.SequenceEqual(Exponent) && CanBeModulus(modulus)
            ? new CardPublicKey(modulus)
            : throw new CardDataException("A public key is not RSA-2048 with exponent 65537.");
    }

    /// <summary>The key as the platform wants it.</summary>
    /// <returns>Modulus and exponent; the caller's own.</returns>
    public RSAParameters ToParameters() => new() { Modulus = [.. _modulus], Exponent = [.. Exponent] };

    /// <summary>Checks an RSASSA-PKCS1-v1_5 signature with SHA-256.</summary>
    /// <param name="message">The signed bytes.</param>
    /// <param name="signature">The signature; another length than 256 bytes is a wrong one.</param>
    /// <returns>Whether the key made the signature over these bytes.</returns>
    public bool Verifies(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != ModulusLength)
        {
            return false;
        }

        using RSA rsa = RSA.Create(ToParameters());
        return rsa.VerifyData(message, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    /// <inheritdoc/>
    public bool Equals(CardPublicKey? other) => other is not null && _modulus.AsSpan().SequenceEqual(other._modulus);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CardPublicKey);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.ToInt32(_modulus, 8);

    /// <summary>Checks a signature over a block that no platform padding knows: raw RSA, then every byte of the padded block compared.</summary>
    internal bool VerifiesBlock(ReadOnlySpan<byte> block, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != ModulusLength || signature.SequenceCompareTo(_modulus) >= 0)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[ModulusLength];
        expected.Fill(0xFF);
        (expected[0], expected[1], expected[^(block.Length + 1)]) = (0x00, 0x01, 0x00);
        block.CopyTo(expected[^block.Length..]);
        BigInteger opened = BigInteger.ModPow(Unsigned(signature), Unsigned(Exponent), Unsigned(_modulus));
        return opened == Unsigned(expected);
    }

    private static BigInteger Unsigned(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static bool CanBeModulus(ReadOnlySpan<byte> modulus) => modulus.Length == ModulusLength && modulus[0] >= 0x80 && (modulus[^1] & 1) == 1;
}
