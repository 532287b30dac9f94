namespace MyNumber.Jpki.Xml.Tree;

/// <summary>A comment.</summary>
internal sealed class TreeComment(string value) : TreeNode
{
    public string Value { get; } = value;
}
