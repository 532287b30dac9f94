using System.Numerics;
using System.Security.Cryptography;

namespace MyNumber.Card.Emulation.Objects;

/// <summary>An RSA-2048 private key with the card's own signing: EMSA-PKCS1-v1_5 type 1 around bytes that the card does not look into.</summary>
/// <remarks>The base class library signs only what it hashed or padded itself, so a block that is no known DigestInfo is signed here by the Chinese
/// remainder theorem over <see cref="BigInteger"/>. That is exact and <b>not constant time</b>: lab keys only.</remarks>
internal sealed class CardKey : IDisposable
{
    /// <summary>Modulus and signature length in bytes.</summary>
    public const int Length = 256;

    /// <summary>Longest block: the modulus less 11 bytes of padding (RFC 8017 §9.2).</summary>
    public const int MaximumBlockLength = Length - 11;

    // RFC 8017 §9.2 note 1: DER of DigestInfo up to the octets of the hash.
    private static readonly (byte[] Prefix, HashAlgorithmName Hash, int HashLength)[] DigestInfos =
    [
        (Convert.FromHexString("3021300906052B0E03021A05000414"), HashAlgorithmName.SHA1, 20),
        (Convert.FromHexString("3031300D060960864801650304020105000420"), HashAlgorithmName.SHA256, 32),
        (Convert.FromHexString("3041300D060960864801650304020205000430"), HashAlgorithmName.SHA384, 48),
        (Convert.FromHexString("3051300D060960864801650304020305000440"), HashAlgorithmName.SHA512, 64),
    ];

    private readonly RSA _key;
    private readonly BigInteger _p;
    private readonly BigInteger _q;
    private readonly BigInteger _dp;
    private readonly BigInteger _dq;
    private readonly BigInteger _inverseQ;
    private readonly byte[] _modulus;

    private CardKey(RSAParameters parameters)
    {
        _key = RSA.Create(parameters);
        _p = Unsigned(parameters.P);
        _q = Unsigned(parameters.Q);
        _dp = Unsigned(parameters.DP);
        _dq = Unsigned(parameters.DQ);
        _inverseQ = Unsigned(parameters.InverseQ);
        _modulus = parameters.Modulus!;
    }

    /// <summary>The modulus, 256 bytes. The public exponent of every key on the card is 65537.</summary>
    public ReadOnlySpan<byte> Modulus => _modulus;

    /// <summary>Copies a key onto the card; the caller keeps and disposes its own object.</summary>
    /// <exception cref="ArgumentException">Not RSA-2048, or the private part cannot be exported.</exception>
    public static CardKey CopyOf(RSA key)
    {
        if (key.KeySize != Length * 8)
        {
            throw new ArgumentException("The card holds RSA-2048 keys only.", nameof(key));
        }

        try
        {
            RSAParameters parameters = key.ExportParameters(includePrivateParameters: true);
            return parameters.Exponent.AsSpan().SequenceEqual<byte>([0x01, 0x00, 0x01])
                ? new CardKey(parameters)
                : throw new ArgumentException("The card holds keys of public exponent 65537 only.", nameof(key));
        }
        catch (CryptographicException)
        {
            throw new ArgumentException("The private part of the key cannot be copied onto the card.", nameof(key));
        }
    }

    /// <summary>Makes a fresh key on the card.</summary>
    public static CardKey Generate()
    {
        using RSA key = RSA.Create(Length * 8);
        return CopyOf(key);
    }

    /// <summary>The public key as DER SubjectPublicKeyInfo.</summary>
    public byte[] ExportPublicKey() => _key.ExportSubjectPublicKeyInfo();

    /// <summary>The whole key as DER PKCS#8, for the saved state of a card.</summary>
    public byte[] ExportPkcs8() => _key.ExportPkcs8PrivateKey();

    /// <summary>Pads the block with type 1 verbatim and applies the private key.</summary>
    /// <param name="block">1 to 245 bytes, as they are to stand after the padding.</param>
    /// <param name="signature">Receives 256 bytes.</param>
    public void Sign(ReadOnlySpan<byte> block, Span<byte> signature)
    {
        foreach ((byte[] prefix, HashAlgorithmName hash, int hashLength) in DigestInfos)
        {
            if (block.Length == prefix.Length + hashLength && block.StartsWith(prefix))
            {
                _key.SignHash(block[prefix.Length..], signature, hash, RSASignaturePadding.Pkcs1);
                return;
            }
        }

        SignRaw(block, signature);
    }

    /// <summary>Signs a SHA-256 hash by PKCS#1 v1.5 with its DigestInfo.</summary>
    /// <param name="hash">32 bytes.</param>
    /// <param name="signature">Receives 256 bytes.</param>
    public void SignHash(ReadOnlySpan<byte> hash, Span<byte> signature) =>
        _key.SignHash(hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>Signs a SHA-256 hash by RSASSA-PSS.</summary>
    /// <param name="hash">32 bytes.</param>
    /// <param name="salt">Fresh random bytes.</param>
    /// <param name="signature">Receives 256 bytes.</param>
    public void SignPss(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> salt, Span<byte> signature)
    {
        Span<byte> encoded = stackalloc byte[Length];
        PssEncoding.Encode(hash, salt, encoded);
        Apply(encoded, signature);
    }

    /// <summary>Whether 256 bytes are a number below the modulus, which alone can be decrypted.</summary>
    public bool IsBelowModulus(ReadOnlySpan<byte> cryptogram) => cryptogram.SequenceCompareTo(_modulus) < 0;

    /// <summary>Decrypts RSAES-OAEP with SHA-256, MGF1-SHA-256 and an empty label.</summary>
    /// <returns>Whether the padding was right.</returns>
    public bool TryDecryptOaep(ReadOnlySpan<byte> cryptogram, Span<byte> plain, out int written)
    {
        try
        {
            return _key.TryDecrypt(cryptogram, plain, RSAEncryptionPadding.OaepSHA256, out written);
        }
        catch (CryptographicException)
        {
            written = 0;
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    /// <summary>The general path of <see cref="Sign"/>, reachable on its own so that a test can hold the two paths to the same bytes.</summary>
    internal void SignRaw(ReadOnlySpan<byte> block, Span<byte> signature)
    {
        Span<byte> encoded = stackalloc byte[Length];
        encoded.Fill(0xFF);
        encoded[0] = 0x00;
        encoded[1] = 0x01;
        encoded[Length - block.Length - 1] = 0x00;
        block.CopyTo(encoded[(Length - block.Length)..]);
        Apply(encoded, signature);
    }

    private void Apply(ReadOnlySpan<byte> encoded, Span<byte> signature)
    {
        BigInteger message = new(encoded, isUnsigned: true, isBigEndian: true);
        BigInteger modP = BigInteger.ModPow(message, _dp, _p);
        BigInteger modQ = BigInteger.ModPow(message, _dq, _q);
        BigInteger difference = (modP - modQ) * _inverseQ % _p;
        BigInteger result = modQ + (_q * (difference.Sign < 0 ? difference + _p : difference));

        signature[..Length].Clear();
        int count = result.GetByteCount(isUnsigned: true);
        _ = result.TryWriteBytes(signature.Slice(Length - count, count), out _, isUnsigned: true, isBigEndian: true);
    }

    private static BigInteger Unsigned(byte[]? bigEndian) => new(bigEndian, isUnsigned: true, isBigEndian: true);
}
