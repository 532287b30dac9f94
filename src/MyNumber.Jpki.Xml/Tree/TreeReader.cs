using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace MyNumber.Jpki.Xml.Tree;

/// <summary>Reads a document strictly: UTF-8, no DTD, namespaces, nothing from elsewhere, and ceilings on length, depth and nodes.</summary>
internal static class TreeReader
{
    private const string DeclarationSpace = "http://www.w3.org/2000/xmlns/";

    /// <summary>Reads one document; <paramref name="reason"/> tells why not.</summary>
    public static TreeDocument? Read(ReadOnlySpan<byte> xml, out VerificationReason reason)
    {
        reason = xml.Length > XmlSignatureLimits.DocumentLength ? VerificationReason.XmlTooLarge : VerificationReason.XmlMalformed;
        if (xml.Length > XmlSignatureLimits.DocumentLength || !Utf8.IsValid(xml))
        {
            return null;
        }

        ReadOnlySpan<byte> text = xml.StartsWith(Encoding.UTF8.Preamble) ? xml[Encoding.UTF8.Preamble.Length..] : xml;
        try
        {
            using StringReader source = new(Encoding.UTF8.GetString(text));
            using XmlReader reader = XmlReader.Create(source, StrictReading.CreateSettings(XmlSignatureLimits.DocumentLength));
            TreeDocument? document = new TreeBuilder().Build(reader, out reason);
            return document;
        }
        catch (XmlException)
        {
            reason = VerificationReason.XmlMalformed;
            return null;
        }
    }

    /// <summary>Takes the nodes of one reader.</summary>
    private sealed class TreeBuilder
    {
        private readonly List<TreeNode> _before = [];
        private readonly List<TreeNode> _after = [];
        private TreeElement? _root;
        private TreeElement? _open;
        private int _nodes;
        private VerificationReason _flaw;

        public TreeDocument? Build(XmlReader reader, out VerificationReason reason)
        {
            while (_flaw == VerificationReason.None && reader.Read())
            {
                _nodes += 1 + reader.AttributeCount;
                if (_nodes > XmlSignatureLimits.Nodes || reader.Depth > XmlSignatureLimits.Depth)
                {
                    _flaw = VerificationReason.XmlTooLarge;
                }
                else
                {
                    Take(reader);
                }
            }

            reason = _flaw == VerificationReason.None && _root is null ? VerificationReason.XmlMalformed : _flaw;
            return reason == VerificationReason.None ? new TreeDocument(_root!) { BeforeRoot = _before, AfterRoot = _after } : null;
        }

        private void Take(XmlReader reader)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Open(reader);
                    break;
                case XmlNodeType.EndElement:
                    _open = _open!.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    _open?.Add(new TreeText(reader.Value));
                    break;
                case XmlNodeType.Comment:
                    Add(new TreeComment(reader.Value));
                    break;
                case XmlNodeType.ProcessingInstruction:
                    Add(new TreeInstruction(reader.Name, reader.Value));
                    break;
                case XmlNodeType.XmlDeclaration:
                    Require(reader.GetAttribute("version") == "1.0"); // the platform's reader looks at the first three characters only
                    Require(reader.GetAttribute("encoding")?.Equals("UTF-8", StringComparison.OrdinalIgnoreCase) != false);
                    break;
                default:
                    Require(false);
                    break;
            }
        }

        private void Open(XmlReader reader)
        {
            TreeElement element = new(reader.Prefix, reader.LocalName, reader.NamespaceURI);
            bool closed = reader.IsEmptyElement;
            while (reader.MoveToNextAttribute())
            {
                if (reader.NamespaceURI == DeclarationSpace)
                {
                    // C14N 1.0 §1.3: a relative address of a namespace has no canonical form.
                    Require(reader.Value.Length == 0 || IsAbsolute(reader.Value));
                    element.Declarations.Add(new TreeDeclaration(reader.Prefix.Length == 0 ? string.Empty : reader.LocalName, reader.Value));
                }
                else
                {
                    element.Attributes.Add(new TreeAttribute(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value));
                }
            }

            _root ??= element;
            _open?.Add(element);
            _open = closed ? _open : element;
        }

        private void Add(TreeNode node)
        {
            if (_open is not null)
            {
                _open.Add(node);
            }
            else
            {
                (_root is null ? _before : _after).Add(node);
            }
        }

        private void Require(bool condition) => _flaw = condition ? _flaw : VerificationReason.XmlMalformed;

        // RFC 3986 §3.1: a scheme and a colon.
        private static bool IsAbsolute(string uri)
        {
            int colon = uri.IndexOf(':', StringComparison.Ordinal);
            return colon > 0 && char.IsAsciiLetter(uri[0]) && uri.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0;
        }

        private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
            System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");
    }
}
