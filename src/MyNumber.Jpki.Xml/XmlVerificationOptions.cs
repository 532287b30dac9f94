namespace MyNumber.Jpki.Xml;

/// <summary>How strictly XML signatures are judged. The defaults are strict; a choice that weakens them has a long name.</summary>
public sealed record XmlVerificationOptions
{
    /// <summary>Whether rsa-sha1 and the SHA-1 digest are judged at all, for documents of an archive. Anyone can make two documents with one SHA-1 digest: such an answer proves nothing about a new document.</summary>
    public bool AcceptForgeableSha1SignaturesOfOldDocuments { get; init; }

    /// <summary>Whether other ds:Signature elements may stand elsewhere in the document, as content that is not judged: for example a statement that its issuer had signed.</summary>
    public bool TreatSignaturesElsewhereAsContent { get; init; }
}
