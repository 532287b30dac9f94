using System.Text;
using System.Xml;

namespace MyNumber.Jpki.Xml.Tests;

/// <summary>Changes a signed document as an attacker would, with the platform's own document object.</summary>
internal sealed class DocumentEditor
{
    public const string SignatureSpace = "http://www.w3.org/2000/09/xmldsig#";

    public DocumentEditor(byte[] xml)
    {
        Document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        Document.Load(new MemoryStream(xml));
    }

    public XmlDocument Document { get; }

    public XmlElement Root => Document.DocumentElement!;

    public XmlElement Signature => Of("Signature", SignatureSpace);

    public XmlElement Composition => Of("構成情報", "urn:example:application");

    public XmlElement Of(string name, string space = SignatureSpace) => (XmlElement)Document.GetElementsByTagName(name, space)[0]!;

    /// <summary>A copy of the signed element with another person in it.</summary>
    public XmlElement Forge()
    {
        XmlElement copy = (XmlElement)Composition.CloneNode(deep: true);
        copy.InnerXml = copy.InnerXml.Replace("花子", "太郎", StringComparison.Ordinal);
        return copy;
    }

    public XmlElement New(string name, string space = "urn:example:attack") => Document.CreateElement(name, space);

    /// <summary>Writes the document; carriage returns stay, which the platform's own text of a document loses.</summary>
    public byte[] Save()
    {
        using MemoryStream bytes = new();
        using (XmlWriter writer = XmlWriter.Create(bytes, new XmlWriterSettings { NewLineHandling = NewLineHandling.Entitize, Encoding = new UTF8Encoding(false) }))
        {
            Document.Save(writer);
        }

        return bytes.ToArray();
    }
}
