using System.Globalization;
using System.Xml;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Certificates.Inspection;

/// <summary>The rows of an XML document: which signatures are in it, and over what they say they are. Nothing is verified, and nothing is fetched.</summary>
internal static class XmlInspection
{
    private const string Space = "http://www.w3.org/2000/09/xmldsig#";
    private const int MostCharacters = 64 << 20;

    /// <exception cref="XmlException">A flaw, or a document type definition.</exception>
    public static void Write(byte[] xml, FieldRows rows)
    {
        XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, CloseInput = true };
        using XmlReader reader = XmlReader.Create(new MemoryStream(xml, writable: false), settings);
        int signatures = 0, certificates = 0, references = 0;
        SortedSet<string> algorithms = new(StringComparer.Ordinal), targets = new(StringComparer.Ordinal);
        string root = string.Empty;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            root = root.Length == 0 ? reader.LocalName : root;
            string name = reader.NamespaceURI == Space ? reader.LocalName : string.Empty;
            signatures += name == "Signature" ? 1 : 0;
            certificates += name == "X509Certificate" ? 1 : 0;
            references += name == "Reference" ? 1 : 0;
            if (name == "Reference")
            {
                targets.Add(TargetOf(reader.GetAttribute("URI"), rows.Language));
            }
            else if (name is "SignatureMethod" or "DigestMethod" or "CanonicalizationMethod" or "Transform")
            {
                algorithms.Add($"{name} {reader.GetAttribute("Algorithm")}");
            }
        }

        rows.Add("root", "root element", "ルート要素", root);
        rows.Add("signatures", "signatures", "署名の数", signatures.ToString(CultureInfo.InvariantCulture));
        rows.Add("references", "references", "参照の数", references.ToString(CultureInfo.InvariantCulture));
        rows.Add("targets", "what they name", "参照の対象", string.Join(", ", targets));
        rows.Add("algorithms", "algorithms", "方式", string.Join(", ", algorithms));
        rows.Add("certificates", "certificates inside", "含まれる証明書の数", certificates.ToString(CultureInfo.InvariantCulture));
    }

    // A file's name may be a person's.
    private static string TargetOf(string? address, Language language) => address switch
    {
        null => language.Pick("nothing", "指定なし"),
        "" => language.Pick("the whole document", "文書全体"),
        ['#', ..] => language.Pick("an element by its identifier", "識別子で指定された要素"),
        _ => language.Pick("a file", "ファイル"),
    };
}
