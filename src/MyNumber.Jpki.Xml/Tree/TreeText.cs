namespace MyNumber.Jpki.Xml.Tree;

/// <summary>Characters with references resolved and line ends normalised (XML 1.0 §2.11); a CDATA section is text.</summary>
internal sealed class TreeText(string value) : TreeNode
{
    public string Value { get; } = value;
}
