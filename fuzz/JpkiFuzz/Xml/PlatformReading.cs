using System.Text;
using System.Xml;
using MyNumber.Jpki.Xml;

namespace MyNumber.JpkiFuzz.Xml;

/// <summary>What a program would see that reads the document itself, by the platform's document object: the expected element without the signature.</summary>
internal static class PlatformReading
{
    private const string SignatureSpace = "http://www.w3.org/2000/09/xmldsig#";

    /// <summary>Whether a signed part shows what stands at the expected place.</summary>
    public static bool Shows(XmlSignedPart part, byte[] input, XmlExpectation expected)
    {
        XmlDocument document = Load(input);
        if (Find(document, expected.Signed[0]) is not { } element)
        {
            return false;
        }

        XmlElement? parent = expected.SignatureParent is { } place ? Find(document, place) : null;
        XmlElement? signature = parent?.ChildNodes.OfType<XmlElement>().Single(child => child.LocalName == "Signature" && child.NamespaceURI == SignatureSpace);
        signature?.ParentNode!.RemoveChild(signature);
        return Shape(element) == Shape(Load(part.Canonical.ToArray()).DocumentElement!);
    }

    public static int CountSignatures(byte[] input) => Load(input).GetElementsByTagName("Signature", SignatureSpace).Count;

    private static XmlDocument Load(byte[] xml)
    {
        XmlDocument document = new() { PreserveWhitespace = true, XmlResolver = null };
        using XmlReader reader = XmlReader.Create(new MemoryStream(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        document.Load(reader);
        return document;
    }

    private static XmlElement? Find(XmlDocument document, XmlElementPath path)
    {
        XmlElement? at = null;
        foreach ((string space, string name) in path.Steps)
        {
            XmlElement[] fitting = [.. (at is null ? document.ChildNodes : at.ChildNodes).OfType<XmlElement>().Where(child => child.LocalName == name && child.NamespaceURI == space)];
            if (fitting.Length != 1)
            {
                return null;
            }

            at = fitting[0];
        }

        return at;
    }

    private static string Shape(XmlElement element)
    {
        StringBuilder text = new();
        Write(text, element, isFirst: true);
        return text.ToString();
    }

    // Of the first element those of the xml namespace are left out: inclusive forms bring them along from outside.
    private static void Write(StringBuilder text, XmlElement element, bool isFirst)
    {
        text.Append('<').Append(element.NamespaceURI).Append(' ').Append(element.LocalName);
        IEnumerable<XmlAttribute> attributes = element.Attributes.OfType<XmlAttribute>()
            .Where(attribute => attribute.NamespaceURI != "http://www.w3.org/2000/xmlns/" && !(isFirst && attribute.NamespaceURI == "http://www.w3.org/XML/1998/namespace"));
        foreach (XmlAttribute attribute in attributes.OrderBy(attribute => attribute.NamespaceURI + " " + attribute.LocalName, StringComparer.Ordinal))
        {
            text.Append('@').Append(attribute.NamespaceURI).Append(' ').Append(attribute.LocalName).Append('=').Append(attribute.Value);
        }

        text.Append('>');
        foreach (XmlNode child in element.ChildNodes)
        {
            if (child is XmlElement inside)
            {
                Write(text, inside, isFirst: false);
            }
            else if (child is not XmlComment and not XmlProcessingInstruction)
            {
                text.Append(child.Value);
            }
        }

        text.Append("</>");
    }
}
