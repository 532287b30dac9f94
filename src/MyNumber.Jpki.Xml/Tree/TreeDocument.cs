namespace MyNumber.Jpki.Xml.Tree;

/// <summary>A document that was read: the root element and the comments and instructions beside it.</summary>
internal sealed class TreeDocument(TreeElement root)
{
    public List<TreeNode> BeforeRoot { get; init; } = [];

    public TreeElement Root { get; } = root;

    public List<TreeNode> AfterRoot { get; init; } = [];

    /// <summary>Every element that an identifier names; more than one is a trap.</summary>
    public List<TreeElement> FindById(string id) =>
        [.. Root.SelfAndDescendants().Where(element => element.Attributes.Exists(attribute => attribute.Identifies(id)))];

    /// <summary>The element at a place; <see langword="null"/> when there is none, or more than one at any step.</summary>
    public TreeElement? Find(XmlElementPath path)
    {
        (string space, string name) = path.Steps[0];
        TreeElement? at = Root.Is(space, name) ? Root : null;
        for (int i = 1; i < path.Steps.Count && at is not null; i++)
        {
            (space, name) = path.Steps[i];
            TreeElement[] fitting = [.. at.Elements.Where(child => child.Is(space, name)).Take(2)];
            at = fitting.Length == 1 ? fitting[0] : null;
        }

        return at;
    }
}
