using System.Diagnostics;
using System.Xml;

namespace MyNumber.Jpki.Xml;

/// <summary>One part of a document that was really signed, as the octets that were hashed (署名対象). Work on these and on nothing else of the document: what is not in here was not signed.</summary>
/// <remarks>Comments are not in it unless they were signed, so a comment that was slipped into a text cannot cut that text in two. Immutable and thread safe. <see cref="ToString"/> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class XmlSignedPart
{
    internal XmlSignedPart(string reference, string namespaceUri, string localName, ReadOnlyMemory<byte> canonical)
    {
        Reference = reference;
        NamespaceUri = namespaceUri;
        LocalName = localName;
        Canonical = canonical;
    }

    /// <summary>The reference as it stands in the signature: empty for the whole document, otherwise <c>#</c> and an identifier, or a file's name.</summary>
    public string Reference { get; }

    /// <summary>Namespace of the signed element; empty for none.</summary>
    public string NamespaceUri { get; }

    /// <summary>Local name of the signed element; of a file its name.</summary>
    public string LocalName { get; }

    /// <summary>The canonical octets, UTF-8, at most <see cref="XmlSignatureLimits.CanonicalLength"/>: a document of its own, without the enveloped signature. Of a file the caller's own bytes.</summary>
    public ReadOnlyMemory<byte> Canonical { get; }

    /// <summary>A reader over the octets, with no DTD and nothing from elsewhere.</summary>
    /// <returns>A new reader; the caller disposes it. Load it with white space preserved where that matters.</returns>
    public XmlReader CreateReader()
    {
        XmlReaderSettings settings = StrictReading.CreateSettings(XmlSignatureLimits.CanonicalLength);
        settings.CloseInput = true;
        return XmlReader.Create(new MemoryStream(Canonical.ToArray(), writable: false), settings);
    }

    /// <summary>A mask; nothing of the content is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "XmlSignedPart(***)";
}
