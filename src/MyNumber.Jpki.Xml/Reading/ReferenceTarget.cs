using MyNumber.Jpki.Xml.Canonical;
using MyNumber.Jpki.Xml.Tree;

namespace MyNumber.Jpki.Xml.Reading;

/// <summary>What a reference names inside of the document: the whole of it, or one element.</summary>
/// <remarks>Accepted are the same-document references of XMLDSIG §4.4.3.1: the empty one, <c>#id</c>, and the two xpointer forms of §4.4.3.3 that keep comments. Nothing outside of the
/// document is ever looked at.</remarks>
internal sealed record ReferenceTarget(TreeDocument Document, TreeElement Element, bool IsWhole, bool KeepsComments)
{
    private const string WholePointer = "#xpointer(/)";
    private const string IdPointer = "#xpointer(id('";
    private const string IdPointerEnd = "'))";

    public static ReferenceTarget? Find(TreeDocument document, string uri, out VerificationReason reason)
    {
        reason = VerificationReason.None;
        if (uri is "" or WholePointer)
        {
            return Whole(document, uri.Length != 0);
        }

        bool pointer = uri.Length >= IdPointer.Length + IdPointerEnd.Length && uri.StartsWith(IdPointer, StringComparison.Ordinal) && uri.EndsWith(IdPointerEnd, StringComparison.Ordinal);
        string id = pointer ? uri[IdPointer.Length..^IdPointerEnd.Length] : uri[0] == '#' ? Uri.UnescapeDataString(uri[1..]) : string.Empty;
        return FindById(document, id, out reason, pointer);
    }

    public static ReferenceTarget Whole(TreeDocument document, bool keepsComments = false) => new(document, document.Root, IsWhole: true, keepsComments);

    /// <summary>The one element with an identifier, which is taken as it is written.</summary>
    public static ReferenceTarget? FindById(TreeDocument document, string id, out VerificationReason reason, bool keepsComments = false)
    {
        if (!IsIdentifier(id))
        {
            reason = VerificationReason.XmlReferenceNotAccepted;
            return null;
        }

        List<TreeElement> named = document.FindById(id);
        reason = named.Count == 0 ? VerificationReason.XmlReferenceNotFound : named.Count == 1 ? VerificationReason.None : VerificationReason.XmlIdRepeated;
        return named.Count == 1 ? new ReferenceTarget(document, named[0], IsWhole: false, keepsComments) : null;
    }

    /// <summary>The octets that are hashed; <see langword="null"/> when there are too many. A reference without xpointer drops comments, whatever its transform says (XMLDSIG §4.4.3.3).</summary>
    public byte[]? Write(CanonicalForm form, TreeElement? leftOut, int ceiling)
    {
        CanonicalForm written = KeepsComments ? form : form.WithoutComments();
        return IsWhole ? Canonicalizer.Write(Document, written, leftOut, ceiling) : Canonicalizer.Write(Element, written, leftOut, ceiling);
    }

    // An identifier and not a pointer scheme, path or quoted text.
    private static bool IsIdentifier(string id) => id.Length is > 0 and <= 256 && id.AsSpan().IndexOfAny("()'\"/#%?& \t\r\n") < 0;
}
