namespace MyNumber.Jpki.Xml.Tree;

/// <summary>An element with its attributes, declarations and children.</summary>
internal sealed class TreeElement(string prefix, string localName, string namespaceUri) : TreeNode
{
    public string Prefix { get; } = prefix;

    public string LocalName { get; } = localName;

    public string NamespaceUri { get; } = namespaceUri;

    public List<TreeAttribute> Attributes { get; } = [];

    public List<TreeDeclaration> Declarations { get; } = [];

    public List<TreeNode> Children { get; } = [];

    public IEnumerable<TreeElement> Elements => Children.OfType<TreeElement>();

    public bool Is(string space, string name) => LocalName == name && NamespaceUri == space;

    /// <summary>Value of an attribute without a namespace; <see langword="null"/> when absent.</summary>
    public string? Find(string attribute)
    {
        foreach (TreeAttribute candidate in Attributes)
        {
            if (candidate.NamespaceUri.Length == 0 && candidate.LocalName == attribute)
            {
                return candidate.Value;
            }
        }

        return null;
    }

    public void Add(TreeNode child)
    {
        child.Parent = this;
        Children.Add(child);
    }

    /// <summary>Whether an element is this one or stands inside of it.</summary>
    public bool Holds(TreeElement element)
    {
        TreeElement? at = element;
        while (at is not null && at != this)
        {
            at = at.Parent;
        }

        return at is not null;
    }

    /// <summary>This element and all inside of it, in document order.</summary>
    public IEnumerable<TreeElement> SelfAndDescendants()
    {
        Stack<TreeElement> open = new([this]);
        while (open.TryPop(out TreeElement? element))
        {
            yield return element;
            for (int i = element.Children.Count - 1; i >= 0; i--)
            {
                if (element.Children[i] is TreeElement child)
                {
                    open.Push(child);
                }
            }
        }
    }
}
