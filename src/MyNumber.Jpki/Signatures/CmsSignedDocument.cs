using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace MyNumber.Jpki.Signatures;

/// <summary>A signed document: CMS SignedData (RFC 5652) with one signer, read over its own bytes and so far believed in nothing.</summary>
/// <remarks>
/// <para>Accepted: DER throughout; content attached or detached; exactly one SignerInfo, named by issuer and serial or by key identifier; signed
/// attributes with contentType and messageDigest, each type once and in DER order, or none at all when the content is id-data.</para>
/// <para>Not accepted: BER indefinite lengths (re-encode such a document as DER first) and several signers. Certificates and CRLs inside are a
/// convenience for finding the signer's certificate and are never trusted.</para>
/// <para>Immutable and thread safe; all memories are slices of one private copy. <see cref="ToString"/> is masked.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CmsSignedDocument
{
    /// <summary>The longest document that is read, in bytes (16 MiB); larger contents are signed detached. The ceiling is this library's choice.</summary>
    public const int MaximumLength = 16 * 1024 * 1024;

    /// <summary>The most certificates inside that are looked at. The ceiling is this library's choice; card software embeds one or two.</summary>
    public const int MaximumCertificates = 32;

    internal CmsSignedDocument(ReadOnlyMemory<byte> rawData, string contentType, ReadOnlyMemory<byte>? content, IReadOnlyList<ReadOnlyMemory<byte>> certificates, SignerFields signer)
    {
        RawData = rawData;
        ContentType = contentType;
        Content = content;
        Certificates = certificates;
        Signer = signer;
    }

    /// <summary>The whole document, DER.</summary>
    public ReadOnlyMemory<byte> RawData { get; }

    /// <summary>OID of the content's type, for applications id-data.</summary>
    public string ContentType { get; }

    /// <summary>The attached content; <see langword="null"/> when it is detached.</summary>
    public ReadOnlyMemory<byte>? Content { get; }

    /// <summary>The X.509 certificates inside, each DER as found and not parsed.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Certificates { get; }

    /// <summary>OID of the digest over the content and the signed attributes.</summary>
    public string DigestAlgorithm => Signer.DigestAlgorithm.Oid;

    /// <summary>OID of the signature algorithm: rsaEncryption and sha256WithRSAEncryption both occur.</summary>
    public string SignatureAlgorithm => Signer.SignatureAlgorithm.Oid;

    /// <summary>The signature value.</summary>
    public ReadOnlyMemory<byte> Signature => Signer.Signature;

    /// <summary>The signed attributes as they stand, tag [0]; empty when there are none. Hashed with the tag of a SET (RFC 5652 §5.4).</summary>
    public ReadOnlyMemory<byte> EncodedSignedAttributes => Signer.Attributes?.Encoded ?? default;

    /// <summary>The time of signing as the signer's own software claims; <see langword="null"/> when not given. It proves nothing.</summary>
    public DateTimeOffset? ClaimedSigningTime => Signer.Attributes?.SigningTime;

    internal SignerFields Signer { get; }

    /// <summary>Reads one document.</summary>
    /// <param name="der">Exactly one ContentInfo with SignedData; it is copied.</param>
    /// <param name="document">The document, or <see langword="null"/>.</param>
    /// <param name="reason"><see cref="VerificationReason.DocumentMalformed"/>, <see cref="VerificationReason.SignerNotFound"/> when there is not exactly one signer, or <see cref="VerificationReason.None"/>.</param>
    /// <returns>Whether the bytes are a document of a supported shape. No input throws.</returns>
    public static bool TryParse(ReadOnlySpan<byte> der, [NotNullWhen(true)] out CmsSignedDocument? document, out VerificationReason reason)
    {
        document = null;
        reason = VerificationReason.DocumentMalformed;
        if (der.Length <= MaximumLength)
        {
            document = CmsParser.Parse(der.ToArray(), out reason);
        }

        return document is not null;
    }

    /// <summary>A mask; neither content nor signer is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "CmsSignedDocument(***)";
}
