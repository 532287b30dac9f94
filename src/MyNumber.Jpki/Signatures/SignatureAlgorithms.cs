using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Signatures;

/// <summary>Which pairs of digest and signature algorithm a document may name. SHA-1 is in no row.</summary>
internal static class SignatureAlgorithms
{
    private static readonly Row[] Rows =
    [
        new(Oids.Sha256, Oids.Sha256WithRsa, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes),
        new("2.16.840.1.101.3.4.2.2", "1.2.840.113549.1.1.12", HashAlgorithmName.SHA384, SHA384.HashSizeInBytes),
        new("2.16.840.1.101.3.4.2.3", "1.2.840.113549.1.1.13", HashAlgorithmName.SHA512, SHA512.HashSizeInBytes),
    ];

    /// <summary>The row of a digest; the signature algorithm is the row's own or plain rsaEncryption (RFC 5754 §3.2), both found among card software.</summary>
    public static bool TryFind(CmsAlgorithm digest, CmsAlgorithm signature, [NotNullWhen(true)] out Row? row)
    {
        row = null;
        if (digest.HasForeignParameters || signature.HasForeignParameters)
        {
            return false;
        }

        foreach (Row candidate in Rows)
        {
            if (candidate.Digest == digest.Oid && (signature.Oid == candidate.Combined || signature.Oid == Oids.RsaEncryption))
            {
                row = candidate;
                return true;
            }
        }

        return false;
    }

    internal sealed record Row(string Digest, string Combined, HashAlgorithmName Name, int Size);
}
