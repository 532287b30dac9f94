using MyNumber.Jpki.Xml.Tree;

namespace MyNumber.Jpki.Xml.Canonical;

/// <summary>Canonical XML 1.0 and Exclusive Canonical XML 1.0 of a whole document or of one element's subtree, with at most one subtree left out of it.</summary>
/// <remarks>Only whole subtrees are ever chosen or left out, so an element that is written has its parent written too, except the first one.</remarks>
internal sealed class Canonicalizer
{
    private readonly CanonicalForm _form;
    private readonly TreeElement? _leftOut;
    private readonly CanonicalText _text;
    private readonly NamespaceScope _scope;
    private readonly TreeElement _first;

    private Canonicalizer(TreeElement first, CanonicalForm form, TreeElement? leftOut, int ceiling)
    {
        _first = first;
        _form = form;
        _leftOut = leftOut;
        _text = new CanonicalText(ceiling);
        _scope = new NamespaceScope(first.Parent);
    }

    /// <summary>The octets of one element's subtree; <see langword="null"/> when there are more than the ceiling allows.</summary>
    public static byte[]? Write(TreeElement element, CanonicalForm form, TreeElement? leftOut = null, int ceiling = XmlSignatureLimits.CanonicalLength)
    {
        Canonicalizer run = new(element, form, leftOut, ceiling);
        run.Write(element);
        return run.Finish();
    }

    /// <summary>The octets of a document; <see langword="null"/> when there are more than the ceiling allows.</summary>
    public static byte[]? Write(TreeDocument document, CanonicalForm form, TreeElement? leftOut = null, int ceiling = XmlSignatureLimits.CanonicalLength)
    {
        Canonicalizer run = new(document.Root, form, leftOut, ceiling);
        document.BeforeRoot.ForEach(node => run.WriteBeside(node, before: true));
        run.Write(document.Root);
        document.AfterRoot.ForEach(node => run.WriteBeside(node, before: false));
        return run.Finish();
    }

    private byte[]? Finish() => _text.IsOver ? null : _text.ToArray();

    // C14N 1.0 §2.3: a line end between the root element and what stands beside it.
    private void WriteBeside(TreeNode node, bool before)
    {
        if (node is TreeComment && !_form.KeepsComments)
        {
            return;
        }

        _text.Raw(before ? string.Empty : "\n");
        Write(node);
        _text.Raw(before ? "\n" : string.Empty);
    }

    private void Write(TreeNode node)
    {
        switch (node)
        {
            case TreeElement element when element != _leftOut && !_text.IsOver:
                Write(element);
                break;
            case TreeText text:
                _text.Text(text.Value);
                break;
            case TreeComment comment when _form.KeepsComments:
                _text.Raw("<!--");
                _text.Raw(comment.Value);
                _text.Raw("-->");
                break;
            case TreeInstruction instruction:
                _text.Raw("<?");
                _text.Raw(instruction.Target);
                _text.Raw(instruction.Data.Length == 0 ? string.Empty : " ");
                _text.Raw(instruction.Data);
                _text.Raw("?>");
                break;
        }
    }

    private void Write(TreeElement element)
    {
        int mark = _scope.Mark;
        _scope.Declare(element);
        _text.Raw("<");
        _text.QualifiedName(element.Prefix, element.LocalName);
        foreach (TreeDeclaration declaration in _scope.Write(PrefixesAt(element)))
        {
            _text.Attribute(declaration.Prefix.Length == 0 ? string.Empty : "xmlns", declaration.Prefix.Length == 0 ? "xmlns" : declaration.Prefix, declaration.Uri);
        }

        foreach (TreeAttribute attribute in AttributesOf(element))
        {
            _text.Attribute(attribute.Prefix, attribute.LocalName, attribute.Value);
        }

        _text.Raw(">");
        element.Children.ForEach(Write);
        _text.Raw("</");
        _text.QualifiedName(element.Prefix, element.LocalName);
        _text.Raw(">");
        _scope.Return(mark);
    }

    // Inclusive: all that hold. Exclusive §3: those that the element uses visibly, and those that the list names.
    private IEnumerable<string> PrefixesAt(TreeElement element)
    {
        IEnumerable<string> changed = element == _first ? [.. _scope.Prefixes] : element.Declarations.Select(declaration => declaration.Prefix);
        return !_form.IsExclusive
            ? changed
            : element.Attributes.Select(attribute => attribute.Prefix).Where(prefix => prefix.Length != 0)
                .Append(element.Prefix)
                .Concat(changed.Where(_form.Prefixes.Contains));
    }

    private IEnumerable<TreeAttribute> AttributesOf(TreeElement element)
    {
        IEnumerable<TreeAttribute> attributes = element == _first && !_form.IsExclusive ? [.. element.Attributes, .. InheritedXmlAttributes(element)] : element.Attributes;
        return attributes is List<TreeAttribute> { Count: < 2 } ? attributes : attributes
            .OrderBy(attribute => attribute.NamespaceUri, CodePointOrder.Instance)
            .ThenBy(attribute => attribute.LocalName, CodePointOrder.Instance);
    }

    // C14N 1.0 §2.4: attributes of the xml namespace hold for the subtree, the nearest first.
    private static List<TreeAttribute> InheritedXmlAttributes(TreeElement element)
    {
        List<TreeAttribute> found = [];
        HashSet<string> taken = [.. element.Attributes.Where(attribute => attribute.Prefix == "xml").Select(attribute => attribute.LocalName)];
        for (TreeElement? ancestor = element.Parent; ancestor is not null; ancestor = ancestor.Parent)
        {
            found.AddRange(ancestor.Attributes.Where(attribute => attribute.Prefix == "xml" && taken.Add(attribute.LocalName)));
        }

        return found;
    }
}
