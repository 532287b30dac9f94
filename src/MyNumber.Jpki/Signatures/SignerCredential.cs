using System.Diagnostics;
using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Chains.Reading;

namespace MyNumber.Jpki.Signatures;

/// <summary>A certificate together with the private key that it is for: who signs (署名者の証明書と鍵). The key may be in a card.</summary>
/// <remarks>
/// <para>The key is borrowed: it is not disposed here, and not used from two threads at once unless it allows that. Each signature asks it for exactly one operation over a
/// hash, so a card signs once and a PIN that is good for one signature is enough.</para>
/// <para><see cref="ToString"/> is masked.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class SignerCredential
{
    private readonly RSA? _rsa;
    private readonly ECDsa? _ecdsa;

    private SignerCredential(ChainCertificate certificate, RSA? rsa, ECDsa? ecdsa)
    {
        Certificate = certificate;
        _rsa = rsa;
        _ecdsa = ecdsa;
    }

    /// <summary>The certificate, DER.</summary>
    public ReadOnlyMemory<byte> RawCertificate => Certificate.RawData;

    internal ChainCertificate Certificate { get; }

    internal bool IsRsa => _rsa is not null;

    /// <summary>Brings a certificate and an RSA key together.</summary>
    /// <param name="certificate">One DER certificate; it is copied.</param>
    /// <param name="key">The key: of the platform, or one such as <c>CardBackedRsa</c> that gives its public half and signs hashes.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">The certificate cannot be read, or its key is another.</exception>
    public static SignerCredential Create(ReadOnlySpan<byte> certificate, RSA key)
    {
        ArgumentNullException.ThrowIfNull(key);
        ChainCertificate read = Read(certificate);
        RSAParameters own = key.ExportParameters(includePrivateParameters: false);
        Match(read.PublicKey.Algorithm == Oids.RsaEncryption && Same(read.PublicKey.Modulus, own.Modulus) && Same(read.PublicKey.Exponent, own.Exponent));
        return new SignerCredential(read, key, null);
    }

    /// <summary>Brings a certificate and an ECDSA key on P-256 or P-384 together.</summary>
    /// <param name="certificate">One DER certificate; it is copied.</param>
    /// <param name="key">The key: of the platform, or one such as <c>CardBackedECDsa</c>.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentException">The certificate cannot be read, or its key is another.</exception>
    public static SignerCredential Create(ReadOnlySpan<byte> certificate, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        ChainCertificate read = Read(certificate);
        ECParameters own = key.ExportParameters(includePrivateParameters: false);
        Match(read.PublicKey.Curve is not null && read.PublicKey.KeyBits.Span[1..].SequenceEqual([.. own.Q.X!, .. own.Q.Y!]));
        return new SignerCredential(read, null, key);
    }

    /// <summary>A mask; nothing of the signer is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "SignerCredential(***)";

    /// <summary>One operation of the key. Its own exceptions, such as a card's, go through.</summary>
    internal byte[] SignHash(byte[] hash, SignatureMethod method, DSASignatureFormat format = DSASignatureFormat.Rfc3279DerSequence) =>
        _rsa is not null
            ? _rsa.SignHash(hash, method.Digest.Name, method.Kind == SignatureKind.Pss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1)
            : _ecdsa!.SignHash(hash, format);

    private static ChainCertificate Read(ReadOnlySpan<byte> certificate) =>
        ChainCertificateReader.TryRead(certificate.ToArray()) ?? throw new ArgumentException("The bytes are not one certificate.", nameof(certificate));

    private static void Match(bool same)
    {
        if (!same)
        {
            throw new ArgumentException("The certificate is for another key.", "key");
        }
    }

    private static bool Same(ReadOnlyMemory<byte> number, byte[]? own) => number.Span.SequenceEqual(own.AsSpan().TrimStart((byte)0));
}
