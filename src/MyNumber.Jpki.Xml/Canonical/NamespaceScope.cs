using MyNumber.Jpki.Xml.Tree;

namespace MyNumber.Jpki.Xml.Canonical;

/// <summary>Which namespaces hold at an element, and which of them were written already around it.</summary>
internal sealed class NamespaceScope
{
    private readonly Dictionary<string, string> _holding = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);
    private readonly Stack<(Dictionary<string, string> Map, string Prefix, string? Before)> _changes = new();

    /// <summary>Takes what the ancestors of the first element declare.</summary>
    public NamespaceScope(TreeElement? around)
    {
        for (TreeElement? ancestor = around; ancestor is not null; ancestor = ancestor.Parent)
        {
            ancestor.Declarations.ForEach(declaration => _holding.TryAdd(declaration.Prefix, declaration.Uri));
        }
    }

    /// <summary>Every prefix that was declared so far.</summary>
    public IEnumerable<string> Prefixes => _holding.Keys;

    /// <summary>A mark to come back to.</summary>
    public int Mark => _changes.Count;

    public void Declare(TreeElement element) => element.Declarations.ForEach(declaration => Set(_holding, declaration.Prefix, declaration.Uri));

    /// <summary>The declarations that must be written for some prefixes, in canonical order; they count as written then.</summary>
    public List<TreeDeclaration> Write(IEnumerable<string> prefixes)
    {
        List<TreeDeclaration> fresh = [];
        foreach (string prefix in prefixes)
        {
            string uri = _holding.GetValueOrDefault(prefix, string.Empty);
            if (prefix != "xml" && uri != _written.GetValueOrDefault(prefix, string.Empty))
            {
                fresh.Add(new TreeDeclaration(prefix, uri));
                Set(_written, prefix, uri);
            }
        }

        fresh.Sort(static (left, right) => CodePointOrder.Instance.Compare(left.Prefix, right.Prefix));
        return fresh;
    }

    public void Return(int mark)
    {
        while (_changes.Count > mark)
        {
            (Dictionary<string, string> map, string prefix, string? before) = _changes.Pop();
            if (before is null)
            {
                map.Remove(prefix);
            }
            else
            {
                map[prefix] = before;
            }
        }
    }

    private void Set(Dictionary<string, string> map, string prefix, string uri)
    {
        _changes.Push((map, prefix, map.GetValueOrDefault(prefix)));
        map[prefix] = uri;
    }
}
