namespace MyNumber.Jpki.Xml.Tree;

/// <summary>A processing instruction.</summary>
internal sealed class TreeInstruction(string target, string data) : TreeNode
{
    public string Target { get; } = target;

    public string Data { get; } = data;
}
