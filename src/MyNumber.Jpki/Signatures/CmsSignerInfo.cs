using System.Diagnostics;

namespace MyNumber.Jpki.Signatures;

/// <summary>One signer of a document (署名者情報): SignerInfo (RFC 5652 §5.3), read and not believed.</summary>
/// <remarks>Immutable and thread safe; all memories are slices of the document. <see cref="ToString"/> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CmsSignerInfo
{
    internal CmsSignerInfo(SignerFields fields, int index)
    {
        Fields = fields;
        Index = index;
    }

    /// <summary>The place in <see cref="CmsSignedDocument.Signers"/>.</summary>
    public int Index { get; }

    /// <summary>OID of the digest over the content and the signed attributes.</summary>
    public string DigestAlgorithm => Fields.DigestAlgorithm.Oid;

    /// <summary>OID of the signature algorithm: rsaEncryption and sha256WithRSAEncryption both occur.</summary>
    public string SignatureAlgorithm => Fields.SignatureAlgorithm.Oid;

    /// <summary>The signature value.</summary>
    public ReadOnlyMemory<byte> Signature => Fields.Signature;

    /// <summary>The signed attributes as they stand, tag [0]; empty when there are none. Hashed with the tag of a SET (RFC 5652 §5.4).</summary>
    public ReadOnlyMemory<byte> EncodedSignedAttributes => Fields.Attributes?.Encoded ?? default;

    /// <summary>The time of signing as the signer's own software claims; <see langword="null"/> when not given. It proves nothing.</summary>
    public DateTimeOffset? ClaimedSigningTime => Fields.Attributes?.SigningTime;

    /// <summary>Whether signing-certificate-v2 (RFC 5035, CAdES-B) binds the signer's certificate to the signature. The older SHA-1 attribute does not count.</summary>
    public bool HasSigningCertificate => Fields.Attributes?.SigningCertificates.Any(id => id.HashAlgorithm != Asn1.Oids.Sha1) == true;

    /// <summary>The timestamp tokens over this signature (RFC 3161 appendix A; CAdES-T), each DER as found and not parsed; usually one or none.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> TimestampTokens => Fields.Unsigned.TimestampTokens;

    internal SignerFields Fields { get; }

    /// <summary>A mask; nothing of the signer is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "CmsSignerInfo(***)";
}
