using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Rsa;
using MyNumber.Jpki.Signatures.Primitives;

namespace MyNumber.Jpki.Signatures;

/// <summary>A digest and the way from it to a signature value, as a SignerInfo names the two.</summary>
internal sealed record SignatureMethod(DigestAlgorithm Digest, SignatureKind Kind)
{
    /// <summary>OID of the key that it needs.</summary>
    public string KeyAlgorithm => Kind == SignatureKind.Ecdsa ? Oids.EcPublicKey : Oids.RsaEncryption;

    /// <summary>The method of a SignerInfo, or <see langword="null"/> when it is not accepted. RSA's is the combined algorithm or plain rsaEncryption (RFC 5754 §3.2), both found
    /// among card software; ECDSA has no parameters (RFC 5754 §3.3), PSS exactly those of <see cref="PssParameters"/>.</summary>
    public static SignatureMethod? Find(CmsAlgorithm digest, CmsAlgorithm signature)
    {
        if (digest.HasForeignParameters || DigestAlgorithm.Find(digest.Oid) is not { } row)
        {
            return null;
        }

        SignatureKind? kind =
            signature.Oid == row.Rsa || signature.Oid == Oids.RsaEncryption ? (signature.HasForeignParameters ? null : SignatureKind.Pkcs1)
            : signature.Oid == row.Ecdsa ? (signature.Parameters.IsEmpty ? SignatureKind.Ecdsa : null)
            : signature.Oid == Oids.RsaPss && PssParameters.Match(signature.Parameters, row) ? SignatureKind.Pss
            : null;
        return kind is { } found ? new SignatureMethod(row, found) : null;
    }

    /// <summary>Checks a signature over a digest; a key of another kind verifies nothing. Never throws.</summary>
    public bool Holds(KeyVerifier key, ReadOnlySpan<byte> digest, ReadOnlyMemory<byte> signature, RsaArithmetic arithmetic) =>
        Kind == SignatureKind.Pss
            ? key.Rsa is { } rsa && rsa.VerifyPss(digest, Digest.Name, Digest.Size, signature.Span)
            : key.VerifyHash(digest, SignatureScheme.Find(Kind == SignatureKind.Ecdsa ? Digest.Ecdsa : Digest.Rsa)!, signature, arithmetic);
}
