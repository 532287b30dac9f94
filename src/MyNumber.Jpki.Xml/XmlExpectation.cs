using System.Diagnostics;

namespace MyNumber.Jpki.Xml;

/// <summary>Where the caller expects the signature and what it must be over. A signature over anything else, or anywhere else, is no answer to the caller's question.</summary>
/// <remarks>This is the guard against signature wrapping: a document whose signed part was moved aside and replaced is refused, because what stands at the expected place is
/// not what was signed. Immutable and thread safe.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class XmlExpectation
{
    private static readonly Dictionary<string, ReadOnlyMemory<byte>> NoFiles = [];

    private XmlExpectation(XmlElementPath? signatureParent, IReadOnlyList<XmlElementPath> signed, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        SignatureParent = signatureParent;
        Signed = signed;
        Files = files;
    }

    /// <summary>The element of which ds:Signature is a child; <see langword="null"/> when ds:Signature is the root element.</summary>
    public XmlElementPath? SignatureParent { get; }

    /// <summary>The elements that the signature must cover, each by a reference to exactly that element.</summary>
    public IReadOnlyList<XmlElementPath> Signed { get; }

    /// <summary>Files beside the document that the signature must cover too, by the names in its references; none unless <see cref="WithFiles"/> gave them.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files { get; }

    /// <summary>The whole document, with the signature as a child of the root element (包含署名, enveloped).</summary>
    /// <param name="root">Name of the root element, as a step of <see cref="XmlElementPath.Of"/>.</param>
    /// <returns>The expectation.</returns>
    /// <exception cref="ArgumentException">The name is not written as a step.</exception>
    public static XmlExpectation Enveloped(string root)
    {
        XmlElementPath path = XmlElementPath.Of(root);
        return new XmlExpectation(path, [path], NoFiles);
    }

    /// <summary>Elements of the document by their identifiers, with the signature elsewhere in it (分離署名, detached within the document) or inside of a signed element.</summary>
    /// <param name="signatureParent">The element of which ds:Signature is a child.</param>
    /// <param name="signed">The elements that must be signed, at least one and at most <see cref="XmlSignatureLimits.References"/>.</param>
    /// <returns>The expectation.</returns>
    /// <exception cref="ArgumentException">No element, or too many.</exception>
    public static XmlExpectation Detached(XmlElementPath signatureParent, params IReadOnlyList<XmlElementPath> signed)
    {
        ArgumentNullException.ThrowIfNull(signatureParent);
        ArgumentNullException.ThrowIfNull(signed);
        return signed.Count is 0 or > XmlSignatureLimits.References
            ? throw new ArgumentException("At least one element must be expected as signed.", nameof(signed))
            : new XmlExpectation(signatureParent, [.. signed], NoFiles);
    }

    /// <summary>One ds:Object inside of ds:Signature, which is the root element (内包署名, enveloping).</summary>
    /// <returns>The expectation.</returns>
    public static XmlExpectation Enveloping() =>
        new(null, [XmlElementPath.Of($"{{{SignatureSpace.Uri}}}Signature", $"{{{SignatureSpace.Uri}}}Object")], NoFiles);

    /// <summary>The same with files of one package (添付ファイル), as e-Gov's composition document signs them. Nothing is ever fetched: these bytes are all there is.</summary>
    /// <param name="files">Name, as the reference says it with percent signs resolved, and bytes; not copied, unchanged until the answer comes. Each must be signed, byte for byte and without a transform.</param>
    /// <returns>A new expectation.</returns>
    /// <exception cref="ArgumentException">Too many files, or a name that is empty or begins like an identifier.</exception>
    public XmlExpectation WithFiles(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        PackageFiles.RequireNames(files.Keys, nameof(files));
        return new XmlExpectation(SignatureParent, Signed, files.ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal));
    }

    /// <summary>Both places.</summary>
    /// <returns>A text of element names only.</returns>
    public override string ToString() => $"signature in {SignatureParent?.ToString() ?? "the root's place"} over {string.Join(", ", Signed)}";
}
