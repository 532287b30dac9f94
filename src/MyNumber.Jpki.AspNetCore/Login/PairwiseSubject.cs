using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.AspNetCore.Login;

/// <summary>A name for the holder of one certificate that means nothing outside of one service (ペアワイズ識別子), in place of the serial number (発行の番号), which may not be asked for or spread.</summary>
public static class PairwiseSubject
{
    /// <summary>Base64url of HMAC-SHA256 over issuer name, key generation and serial, each after its length in four bytes. A renewed certificate has another subject.</summary>
    /// <param name="certificate">Which certificate; not empty.</param>
    /// <param name="key">The service's secret, at least 32 bytes.</param>
    /// <returns>43 characters.</returns>
    /// <exception cref="ArgumentException">The identity is empty, or the key too short.</exception>
    public static string For(CertificateIdentity certificate, ReadOnlySpan<byte> key)
    {
        if (certificate.IsEmpty || key.Length < JpkiLoginOptions.MinimumSubjectKeyLength)
        {
            throw new ArgumentException("A subject needs a certificate and a key of at least 32 bytes.");
        }

        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Append(hash, certificate.IssuerName.Span);
        Append(hash, certificate.IssuerKeyIdentifier.Span);
        Append(hash, certificate.SerialNumber.Span);
        Span<byte> subject = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(subject);
        return Base64Url.EncodeToString(subject);
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
