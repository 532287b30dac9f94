using System.Text;
using MyNumber.Jpki.Chains.Names;
using MyNumber.Jpki.Chains.Reading;

namespace MyNumber.Jpki.Chains.Constraints;

/// <summary>Whether one name stands in one subtree, by form (RFC 5280 §4.2.1.10).</summary>
internal static class SubtreeMatch
{
    private const int LongestName = 2048; // octets; each is read again for each tree

    public static TreeMatch Of(GeneralName name, NameSubtree tree, bool isExcluded)
    {
        if (tree.Root.Form != name.Form)
        {
            return TreeMatch.Outside;
        }

        if (tree.HasDistance || name.Contents.Length > LongestName || tree.Root.Contents.Length > LongestName)
        {
            return TreeMatch.Unsupported;
        }

        return name.Form switch
        {
            GeneralName.Directory => name.DirectoryName!.CompareAsMemberOf(tree.Root.DirectoryName!) switch
            {
                NameMatch.Same => TreeMatch.Inside,
                NameMatch.InMeaning => TreeMatch.InsideInMeaning,
                _ => TreeMatch.Outside,
            },
            GeneralName.Mail => Answer(IsMailInside(Text(name), Text(tree.Root), isExcluded)),
            GeneralName.Dns => Answer(IsHostInside(Text(name), Text(tree.Root), isExcluded)),
            GeneralName.Uri => OfUri(Text(name), Text(tree.Root), isExcluded),
            GeneralName.Address => OfAddress(name.Contents.Span, tree.Root.Contents.Span),
            _ => TreeMatch.Unsupported,
        };
    }

    private static TreeMatch Answer(bool isInside) => isInside ? TreeMatch.Inside : TreeMatch.Outside;

    private static string Text(GeneralName name) => Encoding.UTF8.GetString(name.Contents.Span);

    // A whole address, a host, or with a leading dot the hosts below a domain. The part before @ counts letter by letter, except to exclude.
    private static bool IsMailInside(string address, string root, bool isExcluded)
    {
        int at = address.LastIndexOf('@');
        int rootAt = root.LastIndexOf('@');
        string host = address[(at + 1)..].TrimEnd('.');
        if (rootAt >= 0)
        {
            StringComparison local = isExcluded ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            return at >= 0 && string.Equals(address[..at], root[..rootAt], local) && AreEqual(host, root[(rootAt + 1)..]);
        }

        return IsHostOrBelowDot(host, root);
    }

    private static bool IsHostOrBelowDot(string host, string root) =>
        root.Length == 0 || (root[0] == '.' ? host.Length > root.Length && host.EndsWith(root, StringComparison.OrdinalIgnoreCase) : AreEqual(host, root));

    // Labels may be added to the left. A wildcard stands for hosts that an excluded root may lie among.
    private static bool IsHostInside(string host, string root, bool isExcluded)
    {
        host = host.TrimEnd('.');
        root = root.TrimEnd('.');
        bool below = root.Length == 0 || AreEqual(host, root)
            || (host.Length > root.Length && host.EndsWith(root[0] == '.' ? root : "." + root, StringComparison.OrdinalIgnoreCase));
        int dot = host.IndexOf('.');
        return below || (isExcluded && dot > 0 && host[..dot].Contains('*') && root.EndsWith(host[dot..], StringComparison.OrdinalIgnoreCase));
    }

    // Only the host is constrained; a URI without a named host, or with an escaped one, must not pass where a constraint stands.
    private static TreeMatch OfUri(string uri, string root, bool isExcluded)
    {
        int start = uri.IndexOf("://", StringComparison.Ordinal);
        string authority = start < 0 ? string.Empty : uri[(start + 3)..];
        int end = authority.AsSpan().IndexOfAny('/', '?', '#');
        authority = end < 0 ? authority : authority[..end];
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        int port = authority.LastIndexOf(':');
        string host = port < 0 ? authority : authority[..port];
        bool isNamed = host.Length != 0 && host[0] != '[' && !host.Contains('%') && !host.AsSpan().TrimStart("0123456789.").IsEmpty;
        return isNamed ? Answer(IsHostOrBelowDot(host.TrimEnd('.'), root)) : Answer(isExcluded);
    }

    private static TreeMatch OfAddress(ReadOnlySpan<byte> address, ReadOnlySpan<byte> root)
    {
        if (root.Length is not (8 or 32) || address.Length is not (4 or 16))
        {
            return TreeMatch.Unsupported;
        }

        if (root.Length != 2 * address.Length)
        {
            return TreeMatch.Outside;
        }

        for (int i = 0; i < address.Length; i++)
        {
            if (((address[i] ^ root[i]) & root[address.Length + i]) != 0)
            {
                return TreeMatch.Outside;
            }
        }

        return TreeMatch.Inside;
    }

    private static bool AreEqual(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
