namespace MyNumber.Jpki.Xml.Tree;

/// <summary>One node of a document that was read: element, text, comment or processing instruction.</summary>
internal abstract class TreeNode
{
    /// <summary>The element around it; <see langword="null"/> for the root element and what stands beside it.</summary>
    public TreeElement? Parent { get; set; }
}
