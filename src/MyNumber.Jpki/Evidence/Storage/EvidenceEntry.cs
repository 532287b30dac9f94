using System.Diagnostics;

namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>What is archived of one identity check (確認記録 の添付): the record of the verification and the signed document itself.</summary>
/// <remarks>Immutable; the document's memory stays the caller's until it is stored. All of it is personal: <see cref="ToString"/> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class EvidenceEntry
{
    /// <summary>The longest contract reference, in characters. The ceiling is this library's choice.</summary>
    public const int MaximumContractLength = 128;

    /// <summary>The longest signed document, in bytes: as long as the longest that is verified.</summary>
    public const int MaximumDocumentLength = Signatures.CmsSignedDocument.MaximumLength;

    /// <summary>Brings record and document together.</summary>
    /// <param name="contract">The bank's own reference of the contract; 1 to <see cref="MaximumContractLength"/> characters, no control characters. It stays in the journal after a purge, so it has no meaning of its own.</param>
    /// <param name="evidence">The record of the verification, with certificate, issuer and status answer.</param>
    /// <param name="document">The signed document as it was verified, with signature and certificate.</param>
    /// <param name="detachedContent">The content of a detached document; empty for an attached one.</param>
    /// <exception cref="ArgumentException">The contract has another shape, or a part is too long.</exception>
    public EvidenceEntry(string contract, VerificationEvidence evidence, ReadOnlyMemory<byte> document, ReadOnlyMemory<byte> detachedContent = default)
    {
        JournalText.ThrowIfNoText(contract, MaximumContractLength, nameof(contract));
        ArgumentNullException.ThrowIfNull(evidence);
        if (document.Length > MaximumDocumentLength || detachedContent.Length > MaximumDocumentLength)
        {
            throw new ArgumentException("Document and content have a longest length.", nameof(document));
        }

        Contract = contract;
        Evidence = evidence;
        Document = document;
        DetachedContent = detachedContent;
    }

    /// <summary>The bank's own reference of the contract.</summary>
    public string Contract { get; }

    /// <summary>The record of the verification.</summary>
    public VerificationEvidence Evidence { get; }

    /// <summary>The signed document.</summary>
    public ReadOnlyMemory<byte> Document { get; }

    /// <summary>The content of a detached document; empty for an attached one.</summary>
    public ReadOnlyMemory<byte> DetachedContent { get; }

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "EvidenceEntry(***)";
}
