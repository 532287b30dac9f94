using System.Formats.Asn1;
using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Linting;

/// <summary>Judges a Name (RFC 5280 §4.1.2.4) by a row's value: 64 hexadecimal digits are the SHA-256 of its DER; otherwise attributes in order, each with P (PrintableString)
/// or U (UTF8String), and behind a semicolon what the organisation must be (<c>O=</c>) or must not begin with (<c>O&lt;&gt;</c>).</summary>
internal static class NameShape
{
    private const int DigestLength = 64;
    private const string Organization = "2.5.4.10";

    public static FindingKind? Judge(DerElement? name, string? value)
    {
        if (name?.Children is not { } sets)
        {
            return FindingKind.Malformed;
        }

        if (value is null || value.Length == DigestLength)
        {
            return value is null || Convert.ToHexString(SHA256.HashData(name.Encoded.Span)) == value ? null : FindingKind.Value;
        }

        string[] halves = value.Split(';');
        return JudgeShape(sets, halves[0].Split(',')) ?? (halves.Length == 2 ? JudgeOrganisation(sets, halves[1]) : null);
    }

    private static FindingKind? JudgeShape(List<DerElement> sets, string[] shape)
    {
        if (sets.Count != shape.Length)
        {
            return FindingKind.Value;
        }

        for (int i = 0; i < shape.Length; i++)
        {
            if (sets[i].Children is not [{ Children: [{ Oid: { } oid }, { } text] }] || !sets[i].Is(UniversalTagNumber.Set) || oid != OidOf(shape[i].Split('=')[0]))
            {
                return FindingKind.Value;
            }

            if (!text.Is(shape[i].EndsWith('P') ? UniversalTagNumber.PrintableString : UniversalTagNumber.UTF8String))
            {
                return FindingKind.Encoding;
            }
        }

        return null;
    }

    private static FindingKind? JudgeOrganisation(List<DerElement> sets, string demand)
    {
        DerElement? organisation = sets.Find(set => set[0]?[0]?.Oid == Organization)?[0]?[1];
        string text = organisation?.Value((ref DerReader reader) => reader.ReadUtf8String()) ?? string.Empty;
        bool right = demand.StartsWith("O=", StringComparison.Ordinal)
            ? text == demand[2..]
            : !text.StartsWith(demand[3..], StringComparison.Ordinal);
        return right ? null : FindingKind.Value;
    }

    private static string OidOf(string attribute) => attribute switch
    {
        "C" => "2.5.4.6",
        "L" => "2.5.4.7",
        "O" => Organization,
        "OU" => "2.5.4.11",
        _ => "2.5.4.3",
    };
}
