using System.Text;
using MyNumber.CardFuzz;

namespace MyNumber.JpkiFuzz.Xml;

/// <summary>Damages a signed document on the level of tags and attributes, so that most of what comes out is still well formed and gets behind the reader.</summary>
internal static class XmlDamage
{
    private static readonly string[] Pieces =
    [
        "<!-- x -->", "<?x y?>", " ", "\n", "<other Id=\"part\"/>", "<z/>", "&#13;", "&amp;", "<![CDATA[<]]>", "part", "other", "signed", "URI=\"\"", "#part", "#other", "http://127.0.0.1/",
        "http://www.w3.org/2000/09/xmldsig#enveloped-signature", "http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "#WithComments",
        "http://www.w3.org/2000/09/xmldsig#hmac-sha1", "http://www.w3.org/TR/1999/REC-xslt-19991116", "xmlns=\"urn:x\" ", "xmlns:d=\"urn:x\" ", "xml:lang=\"en\" ", "Id=\"part\" ", "<!DOCTYPE a []>",
        "#xpointer(/)", "#xpointer(id('part'))", "#xpointer(id('", "'))", "#xpointer(id('))", "#%70art", "%", "#", "xml:id=\" part\" ",
    ];

    public static byte[] Apply(FuzzRandom random, string input, string other)
    {
        string text = input;
        for (int steps = 1 + random.Below(3); steps > 0; steps--)
        {
            text = Step(random, text, other);
        }

        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>Wraps an element that has an identifier (XML signature wrapping): another stands in its place, and a reference still finds it, inside of that one or at the document's end. Now and then damaged on top.</summary>
    public static byte[] Wrap(FuzzRandom random, string text, string other)
    {
        List<int> places = [];
        for (int at = text.IndexOf(" Id=\"", StringComparison.Ordinal); at >= 0; at = text.IndexOf(" Id=\"", at + 1, StringComparison.Ordinal))
        {
            places.Add(text.LastIndexOf('<', at));
        }

        if (places.Count == 0)
        {
            return Apply(random, text, other);
        }

        int start = places[random.Below(places.Count)], end = Element(text, start, text.IndexOf('>', start) + 1).End;
        string moved = text[start..end], tag = text[(start + 1)..text.IndexOf(' ', start)], contents = random.Pick("", "x", "<y/>", "<!-- x -->");
        string wrapped = random.OneIn(2)
            ? $"{text[..start]}<{tag}>{contents}<z>{moved}</z></{tag}>{text[end..]}"
            : $"{text[..start]}<{tag} Id=\"new\">{contents}</{tag}>{text[end..]}";
        if (!wrapped.Contains(moved, StringComparison.Ordinal))
        {
            wrapped = wrapped.Insert(wrapped.LastIndexOf('<'), $"<z>{moved}</z>");
        }

        return Encoding.UTF8.GetBytes(random.OneIn(4) ? Step(random, wrapped, other) : wrapped);
    }

    private static string Step(FuzzRandom random, string text, string other)
    {
        (int start, int end) = Tag(random, text);
        switch (random.Below(6))
        {
            case 0:
                return text.Insert(end, random.Pick(Pieces));
            case 1:
                int inside = start + random.Below(end - start + 1);
                return text.Insert(inside, random.Pick(Pieces));
            case 2:
                (int from, int to) = Element(random, text);
                (int place, _) = Tag(random, text);
                string moved = text[from..to];
                return place >= from && place < to ? text : place < from ? text[..from].Insert(place, moved) + text[to..] : text.Insert(place, moved).Remove(from, moved.Length);
            case 3:
                (int first, int last) = Element(random, text);
                return random.OneIn(2) ? text.Insert(last, text[first..last]) : text.Remove(first, last - first);
            case 4:
                (int begin, int stop) = Element(random, other);
                return text.Insert(end, other[begin..stop]);
            default:
                int quote = text.IndexOf('"', start);
                int close = quote < 0 ? -1 : text.IndexOf('"', quote + 1);
                return close < 0 ? text : string.Concat(text.AsSpan(0, quote + 1), random.Pick(Pieces).Replace('"', '\''), text.AsSpan(close));
        }
    }

    private static (int Start, int End) Tag(FuzzRandom random, string text)
    {
        int start = text.Length == 0 ? -1 : text.IndexOf('<', random.Below(text.Length));
        int end = start < 0 ? -1 : text.IndexOf('>', start);
        return end < 0 ? (0, 0) : (start, end + 1);
    }

    private static (int Start, int End) Element(FuzzRandom random, string text)
    {
        (int start, int end) = Tag(random, text);
        return Element(text, start, end);
    }

    /// <summary>From a start tag to the next end tag of the same name.</summary>
    private static (int Start, int End) Element(string text, int start, int end)
    {
        int stop = end == 0 ? -1 : text.AsSpan(start + 1, end - start - 1).IndexOfAny(" />");
        string name = stop <= 0 ? ">" : text.Substring(start + 1, stop);
        int close = text.IndexOf($"</{name}>", end, StringComparison.Ordinal);
        return close < 0 ? (start, end) : (start, close + name.Length + 3);
    }
}
