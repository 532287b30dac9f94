using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Signatures;

/// <summary>A signed document (署名付き文書): CMS SignedData (RFC 5652) with one signer or several, read over its own bytes and so far believed in nothing.</summary>
/// <remarks>
/// <para>Accepted: DER throughout; content attached or detached; one to <see cref="MaximumSigners"/> SignerInfos, each named by issuer and serial or by key
/// identifier; signed attributes with contentType and messageDigest, each type once and in DER order, or none at all when the content is id-data.</para>
/// <para>Not accepted: BER indefinite lengths (re-encode such a document as DER first). Certificates and CRLs inside are a
/// convenience for finding the signer's certificate and are never trusted.</para>
/// <para>Immutable and thread safe; all memories are slices of one private copy. <see cref="ToString"/> is masked.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CmsSignedDocument
{
    /// <summary>The longest document that is read, in bytes (16 MiB); larger contents are signed detached. The ceiling is this library's choice.</summary>
    public const int MaximumLength = VerificationLimits.HighestDocumentLength;

    /// <summary>The most certificates inside that are looked at. The ceiling is this library's choice; card software embeds one or two.</summary>
    public const int MaximumCertificates = 32;

    /// <summary>The most signers of one document. The ceiling is this library's choice: each costs a verification.</summary>
    public const int MaximumSigners = VerificationLimits.HighestSigners;

    internal CmsSignedDocument(
        ReadOnlyMemory<byte> rawData,
        string contentType,
        ReadOnlyMemory<byte>? content,
        IReadOnlyList<ReadOnlyMemory<byte>> certificates,
        IReadOnlyList<SignerFields> signers,
        SignedDataParts parts)
    {
        RawData = rawData;
        ContentType = contentType;
        Content = content;
        Certificates = certificates;
        Signers = [.. signers.Select((signer, index) => new CmsSignerInfo(signer, index))];
        Parts = parts;
    }

    /// <summary>The whole document, DER.</summary>
    public ReadOnlyMemory<byte> RawData { get; }

    /// <summary>OID of the content's type, for applications id-data.</summary>
    public string ContentType { get; }

    /// <summary>The attached content; <see langword="null"/> when it is detached.</summary>
    public ReadOnlyMemory<byte>? Content { get; }

    /// <summary>The X.509 certificates inside, each DER as found and not parsed.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Certificates { get; }

    /// <summary>The signers (署名者), at least one, in the order of the document, which is that of their encodings.</summary>
    public IReadOnlyList<CmsSignerInfo> Signers { get; }

    /// <summary>The pieces from which the document can be written again.</summary>
    internal SignedDataParts Parts { get; }

    /// <summary>Reads one document.</summary>
    /// <param name="der">Exactly one ContentInfo with SignedData; it is copied.</param>
    /// <param name="document">The document, or <see langword="null"/>.</param>
    /// <param name="reason"><see cref="VerificationReason.DocumentMalformed"/>, <see cref="VerificationReason.SignerNotFound"/> when there is no signer, or <see cref="VerificationReason.None"/>.</param>
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

    /// <summary>A mask; neither content nor signers are in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "CmsSignedDocument(***)";
}
