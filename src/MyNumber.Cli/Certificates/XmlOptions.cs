using System.CommandLine;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Xml;

namespace MyNumber.Cli.Certificates;

/// <summary>Where an XML signature is expected, and over what.</summary>
internal sealed class XmlOptions
{
    private readonly Option<string?> _enveloped = new("--xml-enveloped") { Description = "XML: the root element, which the signature below it covers (包含署名); its name, or {address}name where it has a namespace, such as {urn:example}form.", HelpName = "NAME" };
    private readonly Option<bool> _enveloping = new("--xml-enveloping") { Description = "XML: the signature is the root and covers the one object inside (内包署名)." };
    private readonly Option<string?> _parent = new("--xml-signature-in") { Description = "XML: the element in which the signature stands, as a path of names or {address}names from the root (分離署名).", HelpName = "PATH" };
    private readonly Option<string[]> _signed = new("--xml-signed") { Description = "XML, with --xml-signature-in: an element that must be signed; again for more.", HelpName = "PATH" };

    public void AddTo(Command command)
    {
        command.Options.Add(_enveloped);
        command.Options.Add(_enveloping);
        command.Options.Add(_parent);
        command.Options.Add(_signed);
    }

    /// <summary>Whether any of them was given.</summary>
    public bool Any(ParseResult parsed) => Count(parsed) != 0 || parsed.GetValue(_signed) is { Length: > 0 };

    /// <summary>What is wrong with them for an XML document, or the expectation.</summary>
    public string? Read(ParseResult parsed, Language language, out XmlExpectation? expectation)
    {
        expectation = null;
        string[] signed = parsed.GetValue(_signed) ?? [];
        if (Count(parsed) != 1 || (parsed.GetValue(_parent) is null) != (signed.Length == 0))
        {
            return language.Pick(
                "An XML document needs one of --xml-enveloped, --xml-enveloping, or --xml-signature-in with --xml-signed: say what the signature must cover.",
                "XML 文書には --xml-enveloped、--xml-enveloping、または --xml-signature-in と --xml-signed のいずれかで、署名の対象を指定してください。");
        }

        try
        {
            expectation = parsed.GetValue(_enveloped) is { } root ? XmlExpectation.Enveloped(root)
                : parsed.GetValue(_enveloping) ? XmlExpectation.Enveloping()
                : XmlExpectation.Detached(PathOf(parsed.GetValue(_parent)!), [.. signed.Select(PathOf)]);
            return null;
        }
        catch (ArgumentException)
        {
            return language.Pick("A path is names or {address}names with strokes between.", "要素の位置は、名前か {アドレス}名前 を / で区切って指定してください。");
        }
    }

    private int Count(ParseResult parsed) => (parsed.GetValue(_enveloped) is null ? 0 : 1) + (parsed.GetValue(_enveloping) ? 1 : 0) + (parsed.GetValue(_parent) is null ? 0 : 1);

    // A stroke inside of braces belongs to the address.
    private static XmlElementPath PathOf(string text)
    {
        List<string> steps = [];
        int start = 0;
        bool isInside = false;
        for (int i = 0; i < text.Length; i++)
        {
            isInside = text[i] == '{' || (isInside && text[i] != '}');
            if (text[i] == '/' && !isInside)
            {
                steps.Add(text[start..i]);
                start = i + 1;
            }
        }

        return XmlElementPath.Of([.. steps, text[start..]]);
    }
}
