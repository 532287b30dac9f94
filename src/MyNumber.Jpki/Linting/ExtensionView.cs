using System.Formats.Asn1;

namespace MyNumber.Jpki.Linting;

/// <summary>One Extension (RFC 5280 §4.1) as it stands, right or wrong.</summary>
internal sealed class ExtensionView
{
    private ExtensionView(DerElement whole, string? oid)
    {
        Whole = whole;
        Oid = oid;
    }

    public DerElement Whole { get; }

    /// <summary>Dotted; <see langword="null"/> when it cannot be read.</summary>
    public string? Oid { get; }

    public bool IsCritical { get; private init; }

    /// <summary>Whether the shell is as DER wants it: default FALSE left out, an OCTET STRING at the end.</summary>
    public bool IsWellFormed { get; private init; }

    /// <summary>The one element in extnValue; <see langword="null"/> when it is not one.</summary>
    public DerElement? Value { get; private init; }

    /// <summary>The extensions in Extensions, its SEQUENCE given.</summary>
    public static List<ExtensionView> ReadList(DerElement? list) => [.. (list?.Children ?? []).Select(Read)];

    private static ExtensionView Read(DerElement whole)
    {
        bool marked = whole[1]?.Is(UniversalTagNumber.Boolean) == true;
        DerElement? octets = whole[marked ? 2 : 1];
        bool critical = marked && whole[1]!.Content.Span is [0xFF];
        bool shaped = whole[0]?.Oid is not null && octets?.Is(UniversalTagNumber.OctetString) == true && whole.Children!.Count == (marked ? 3 : 2) && marked == critical;
        return new ExtensionView(whole, whole[0]?.Oid)
        {
            IsCritical = critical,
            IsWellFormed = shaped,
            Value = octets is null ? null : DerElement.ReadOne(octets.Content, octets.ContentOffset),
        };
    }
}
