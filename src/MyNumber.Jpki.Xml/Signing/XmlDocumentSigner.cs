using System.Xml;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Xml.Canonical;
using MyNumber.Jpki.Xml.Reading;
using MyNumber.Jpki.Xml.Tree;

namespace MyNumber.Jpki.Xml.Signing;

/// <summary>Signs XML documents (XML署名の作成) with any RSA or ECDSA key, a card's too. The key is asked exactly once; what it throws comes through unchanged.</summary>
/// <remarks>The signed document is written in canonical form with comments, UTF-8, behind an XML declaration: what the document says is unchanged, CDATA sections become text and
/// needless namespace declarations go. Nothing is kept between calls; thread safe as far as the key is.</remarks>
public static class XmlDocumentSigner
{
    private const int LongestValue = 4096;
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /// <summary>Signs a whole document; the signature becomes the last child of the root element (包含署名, enveloped).</summary>
    /// <param name="signer">Certificate and key.</param>
    /// <param name="xml">The document: UTF-8, no DTD, within <see cref="XmlSignatureLimits"/>.</param>
    /// <param name="options">How it is written; <see langword="null"/> for the defaults.</param>
    /// <returns>The signed document, UTF-8.</returns>
    /// <exception cref="ArgumentException">The document cannot be read or is too large, or an option is out of range.</exception>
    public static byte[] SignEnveloped(SignerCredential signer, ReadOnlySpan<byte> xml, XmlSigningOptions? options = null)
    {
        SignatureBuilder builder = Begin(signer, options);
        TreeDocument document = Read(xml);
        document.Root.Add(builder.Signature);
        builder.AddWhole(document);
        return Finish(document, builder);
    }

    /// <summary>Signs elements by their identifiers; the signature becomes the last child of another element, or of one of them (分離署名, detached within the document).</summary>
    /// <param name="signer">Certificate and key.</param>
    /// <param name="xml">The document: UTF-8, no DTD, within <see cref="XmlSignatureLimits"/>.</param>
    /// <param name="signatureParent">Where the signature goes.</param>
    /// <param name="ids">Values of Id, ID, id or xml:id; each names exactly one element. At most <see cref="XmlSignatureLimits.References"/>.</param>
    /// <param name="options">How it is written; <see langword="null"/> for the defaults.</param>
    /// <param name="files">Files of the same package by their names, signed byte for byte; the names are percent-encoded in the references.</param>
    /// <returns>The signed document, UTF-8.</returns>
    /// <exception cref="ArgumentException">The document cannot be read or is too large, the place or an identifier is not there exactly once, or an option is out of range.</exception>
    public static byte[] SignDetached(SignerCredential signer, ReadOnlySpan<byte> xml, XmlElementPath signatureParent, IReadOnlyList<string> ids, XmlSigningOptions? options = null, IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? files = null)
    {
        ArgumentNullException.ThrowIfNull(signatureParent);
        ArgumentNullException.ThrowIfNull(ids);
        PackageFiles.RequireNames(files?.Keys ?? [], nameof(files));
        if (ids.Count == 0 || ids.Count + (files?.Count ?? 0) > XmlSignatureLimits.References)
        {
            throw new ArgumentException($"Between one identifier and {XmlSignatureLimits.References} references, files counted in, make one signature.", nameof(ids));
        }

        SignatureBuilder builder = Begin(signer, options);
        TreeDocument document = Read(xml);
        TreeElement parent = document.Find(signatureParent) ?? throw new ArgumentException("The place of the signature is not in the document exactly once.", nameof(signatureParent));
        parent.Add(builder.Signature);
        foreach (string id in ids)
        {
            builder.AddReference(Locate(document, id, nameof(ids)), id);
        }

        foreach ((string name, ReadOnlyMemory<byte> content) in files ?? new Dictionary<string, ReadOnlyMemory<byte>>())
        {
            builder.AddFile(name, content.Span);
        }

        return Finish(document, builder);
    }

    /// <summary>Signs a document inside of the signature, as the content of its one ds:Object (内包署名, enveloping).</summary>
    /// <param name="signer">Certificate and key.</param>
    /// <param name="xml">The document: UTF-8, no DTD, within <see cref="XmlSignatureLimits"/>. Comments and instructions beside its root element are left behind.</param>
    /// <param name="objectId">Id of ds:Object; no element of the document may have it.</param>
    /// <param name="options">How it is written; <see langword="null"/> for the defaults.</param>
    /// <returns>A document whose root element is ds:Signature, UTF-8.</returns>
    /// <exception cref="ArgumentException">The document cannot be read or is too large, the identifier is taken, or an option is out of range.</exception>
    public static byte[] SignEnveloping(SignerCredential signer, ReadOnlySpan<byte> xml, string objectId = "signed", XmlSigningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(objectId);
        SignatureBuilder builder = Begin(signer, options);
        TreeDocument content = Read(xml);
        builder.AddObject(objectId, content.Root);
        TreeDocument document = new(builder.Signature);
        builder.AddReference(Locate(document, objectId, nameof(objectId)), objectId);
        return Finish(document, builder);
    }

    private static SignatureBuilder Begin(SignerCredential signer, XmlSigningOptions? options)
    {
        ArgumentNullException.ThrowIfNull(signer);
        XmlSigningOptions chosen = options ?? new XmlSigningOptions();
        DigestAlgorithm.Of(chosen.Hash, nameof(options));
        bool inRange = Enum.IsDefined(chosen.Canonicalization) && Enum.IsDefined(chosen.ReferenceCanonicalization)
            && IsName(chosen.Prefix, orEmpty: true) && chosen.Prefix is not ("xml" or "xmlns") && (chosen.SignatureId is null || IsName(chosen.SignatureId, orEmpty: false))
            && SignatureNames.IdNames.Contains(chosen.SignatureIdName) && IsText(chosen.KeyName ?? string.Empty);
        return inRange ? new SignatureBuilder(signer, chosen) : throw new ArgumentException("An option of the signature is out of range.", nameof(options));
    }

    private static bool IsName(string? text, bool orEmpty)
    {
        if (string.IsNullOrEmpty(text))
        {
            return orEmpty && text is not null;
        }

        return XmlConvert.IsStartNCNameChar(text[0]) && text.All(XmlConvert.IsNCNameChar);
    }

    // XML 1.0 §2.2: beyond the first plane a character is two units, and half of one is none.
    private static bool IsText(string text)
    {
        int at = 0;
        while (at < text.Length && (XmlConvert.IsXmlChar(text[at]) || char.IsSurrogatePair(text, at)))
        {
            at += char.IsSurrogate(text[at]) ? 2 : 1;
        }

        return at == text.Length;
    }

    private static TreeDocument Read(ReadOnlySpan<byte> xml) =>
        TreeReader.Read(xml, out VerificationReason reason) ?? throw new ArgumentException($"The document cannot be signed: {reason}.", nameof(xml));

    private static ReferenceTarget Locate(TreeDocument document, string? id, string argument) =>
        ReferenceTarget.FindById(document, id ?? string.Empty, out VerificationReason reason) ?? throw new ArgumentException($"What is to be signed is not in the document exactly once: {reason}.", argument);

    // A document that would come out too deep, too long or with too many nodes is refused before the key is asked.
    private static byte[] Finish(TreeDocument document, SignatureBuilder builder)
    {
        builder.Close();
        if (TreeReader.Read(Write(document, XmlSignatureLimits.DocumentLength - LongestValue), out _) is null)
        {
            throw SignatureBuilder.TooLarge();
        }

        builder.Sign();
        return Write(document, XmlSignatureLimits.DocumentLength);
    }

    private static byte[] Write(TreeDocument document, int longest)
    {
        byte[]? body = Canonicalizer.Write(document, CanonicalForm.Of(XmlCanonicalization.InclusiveWithComments), ceiling: longest - Declaration.Length);
        return body is null ? throw SignatureBuilder.TooLarge() : [.. System.Text.Encoding.ASCII.GetBytes(Declaration), .. body];
    }
}
