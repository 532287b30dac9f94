using System.Security.Cryptography;
using MyNumber.Card.Apdu;

namespace MyNumber.Card.Applications.Jpki;

/// <summary>An <see cref="RSA"/> whose public half is here and whose private half is in the card.</summary>
/// <remarks>
/// <para>Works where the platform asks an <see cref="RSA"/> to sign: <c>CmsSigner</c> (give it the key beside the certificate), <c>CertificateRequest</c>,
/// <c>X509SignatureGenerator</c>, <c>SignedXml</c>. <c>X509Certificate2.CopyWithPrivateKey</c> does not work on Linux: it exports the private key, and this one
/// has none to give.</para>
/// <para>Signs PKCS#1 v1.5 over SHA-256, SHA-384 and SHA-512; SHA-1 is refused. RSASSA-PSS over SHA-256 is signed only
/// when the key was made for it, because one source alone tells of that mode of the card. Every signature is checked with the public half before it is given
/// out, so a certificate of another card is noticed. Signing is synchronous and takes the card's time, some hundred milliseconds on plastic.</para>
/// <para>Not thread safe, like its session. Besides <see cref="CryptographicException"/>, signing throws the card's own <see cref="CardException"/> family, status word
/// kept, and <see cref="InvalidOperationException"/> when another application was selected in the session or an exchange failed in it and nothing was selected since: get the key anew. Disposing it
/// does not close the session.</para>
/// </remarks>
public sealed class CardBackedRsa : RSA
{
    private readonly RSA _public;
    private readonly CardHashSigner _signer;
    private readonly Func<byte[], byte[]>? _pssSigner;
    private bool _disposed;

    internal CardBackedRsa(RSAParameters publicKey, CardHashSigner signer, Func<byte[], byte[]>? pssSigner)
    {
        _signer = signer;
        _pssSigner = pssSigner;
        _public = Create(new RSAParameters { Modulus = publicKey.Modulus, Exponent = publicKey.Exponent });
        LegalKeySizesValue = [new KeySizes(_public.KeySize, _public.KeySize, 0)];
        KeySizeValue = _public.KeySize;
    }

    /// <summary>Exports the public key.</summary>
    /// <param name="includePrivateParameters">Must be <see langword="false"/>.</param>
    /// <returns>Modulus and exponent.</returns>
    /// <exception cref="CryptographicException">The private key was asked for; it does not leave the card.</exception>
    public override RSAParameters ExportParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw StaysInCard() : _public.ExportParameters(false);

    /// <summary>Not possible: the key is in the card.</summary>
    /// <param name="parameters">Not used.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException("A key cannot be put into the card.");

    /// <summary>Lets the card sign a hash.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="hashAlgorithm">SHA-256, SHA-384 or SHA-512; SHA-256 alone for PSS.</param>
    /// <param name="padding"><see cref="RSASignaturePadding.Pkcs1"/>, or <see cref="RSASignaturePadding.Pss"/> when the key was made for it. The salt is checked to be as
    /// long as the hash, which no source tells of the card.</param>
    /// <returns>The signature.</returns>
    /// <exception cref="CryptographicException">Another algorithm or padding, or a hash of another length.</exception>
    /// <exception cref="CardStatusException">The card refused; <c>6982</c> when the PIN was not verified.</exception>
    /// <exception cref="CardDataException">The signature does not verify: the public half belongs to another key.</exception>
    /// <exception cref="CardRemovedException">The card is gone.</exception>
    /// <exception cref="InvalidOperationException">Another application was selected in the session, or an exchange in it failed since; nothing is sent to the card.</exception>
    /// <exception cref="ObjectDisposedException">This key is disposed; nothing is sent to the card.</exception>
    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(hash);
        ArgumentNullException.ThrowIfNull(padding);
        byte[] signature = padding == RSASignaturePadding.Pkcs1 ? _signer(hashAlgorithm, hash) : SignPss(hash, hashAlgorithm, padding);
        return _public.VerifyHash(hash, signature, hashAlgorithm, padding)
            ? signature
            : throw new CardDataException("The card's signature does not verify under the public key that it was given.");
    }

    /// <inheritdoc/>
    public override bool VerifyHash(byte[] hash, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding) =>
        _public.VerifyHash(hash, signature, hashAlgorithm, padding);

    /// <inheritdoc/>
    public override byte[] Encrypt(byte[] data, RSAEncryptionPadding padding) => _public.Encrypt(data, padding);

    /// <summary>Not possible: the card's keys sign and do not decrypt.</summary>
    /// <param name="data">Not used.</param>
    /// <param name="padding">Not used.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="CryptographicException">Always.</exception>
    public override byte[] Decrypt(byte[] data, RSAEncryptionPadding padding) => throw new CryptographicException("The card's keys do not decrypt.");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _disposed = true;
        if (disposing)
        {
            _public.Dispose();
        }

        base.Dispose(disposing);
    }

    private byte[] SignPss(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        if (_pssSigner is null || padding != RSASignaturePadding.Pss)
        {
            throw new CryptographicException("This key is used with PKCS#1 v1.5 padding only.");
        }

        return hashAlgorithm == HashAlgorithmName.SHA256 && hash.Length == SHA256.HashSizeInBytes
            ? _pssSigner(hash)
            : throw new CryptographicException("The card signs by PSS with SHA-256 only.");
    }

    private static CryptographicException StaysInCard() => new("The private key does not leave the card.");
}
