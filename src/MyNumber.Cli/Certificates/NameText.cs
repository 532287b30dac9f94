using System.Formats.Asn1;

namespace MyNumber.Cli.Certificates;

/// <summary>A Name as a text, in the order in which it stands.</summary>
internal static class NameText
{
    private const string CommonName = "2.5.4.3";

    private static readonly Dictionary<string, string> _types = new(StringComparer.Ordinal)
    {
        [CommonName] = "CN",
        ["2.5.4.6"] = "C",
        ["2.5.4.7"] = "L",
        ["2.5.4.8"] = "ST",
        ["2.5.4.10"] = "O",
        ["2.5.4.11"] = "OU",
    };

    /// <summary>Writes a name; what cannot be read is a question mark.</summary>
    public static string Of(ReadOnlyMemory<byte> name)
    {
        try
        {
            AsnReader parts = new AsnReader(name, AsnEncodingRules.DER).ReadSequence();
            List<string> texts = [];
            while (parts.HasData)
            {
                AsnReader set = parts.ReadSetOf();
                while (set.HasData)
                {
                    texts.Add(Attribute(set.ReadSequence()));
                }
            }

            return string.Join(", ", texts);
        }
        catch (AsnContentException)
        {
            return "?";
        }
    }

    private static string Attribute(AsnReader attribute)
    {
        string type = attribute.ReadObjectIdentifier();
        Asn1Tag tag = attribute.PeekTag();
        string value = tag.TagClass == TagClass.Universal && tag.TagValue is (int)UniversalTagNumber.UTF8String or (int)UniversalTagNumber.PrintableString or (int)UniversalTagNumber.IA5String
            ? attribute.ReadCharacterString((UniversalTagNumber)tag.TagValue)
            : "?";
        return $"{_types.GetValueOrDefault(type, type)}={new string([.. value.Select(letter => char.IsControl(letter) ? '?' : letter)])}";
    }
}
