using MyNumber.Numbering.CheckDigits;
using MyNumber.Numbering.Hints;

namespace MyNumber.Numbering.Tests.CheckDigits;

/// <summary>The schemes by name, and what the library says of the same digits.</summary>
internal static class CheckSchemes
{
    private static readonly Func<int, int> Doubled0 = remainder => remainder <= 1 ? 0 : 11 - remainder;
    private static readonly Func<int, int> Doubled1 = remainder => (11 - remainder) % 10;

    public static IReadOnlyDictionary<string, CheckScheme> Of { get; } = new Dictionary<string, CheckScheme>
    {
        ["individual"] = CheckScheme.Weighted(11, false, Doubled0, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2),
        ["resident"] = CheckScheme.Weighted(11, false, Doubled0, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2),
        ["corporate"] = CheckScheme.Weighted(9, true, remainder => 9 - remainder, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1),
        ["government"] = CheckScheme.Weighted(11, false, Doubled1, 6, 5, 4, 3, 2),
        ["insurer8"] = CheckScheme.Modulus10Weight21(7),
        ["insurer6"] = CheckScheme.Modulus10Weight21(5),
        ["licence"] = CheckScheme.Weighted(11, false, Doubled1, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2),
        ["mrz"] = CheckScheme.Weighted(10, false, remainder => remainder, 7, 3, 1, 7, 3, 1, 7, 3, 1),
    };

    /// <summary>The digit that the library computes.</summary>
    public static int LibraryDigit(string scheme, long payload) => scheme switch
    {
        "individual" => IndividualNumberCheckDigit.Compute(payload),
        "resident" => ResidentRecordCodeCheckDigit.Compute(payload),
        "corporate" => CorporateNumberCheckDigit.Compute(payload),
        "government" => LocalGovernmentCodeCheckDigit.Compute((int)payload),
        "licence" => DriverLicenceCheckDigit.Compute(payload),
        _ => InsurerNumberCheckDigit.Compute(payload),
    };

    /// <summary>Whether the library's parser lets the digits pass; a licence number gets its twelfth digit, which counts re-issues.</summary>
    public static bool LibraryPasses(string scheme, ReadOnlySpan<int> digits)
    {
        Span<char> text = stackalloc char[digits.Length];
        for (int i = 0; i < digits.Length; i++)
        {
            text[i] = (char)('0' + digits[i]);
        }

        return scheme switch
        {
            "individual" => IndividualNumber.TryParse(text, out _),
            "resident" => ResidentRecordCode.TryParse(text, out _),
            "corporate" => CorporateNumber.TryParse(text, out _),
            "government" => LocalGovernmentCode.TryParse(text, out _),
            "licence" => IdentifierHints.DriverLicence($"{text}0") == HintOutcome.Plausible,
            _ => InsurerNumber.TryParse(text, out _),
        };
    }

    /// <summary>A valid number of the scheme, evenly drawn.</summary>
    public static int[] Draw(string scheme, Random random)
    {
        CheckScheme rule = Of[scheme];
        int[] payload = [.. Enumerable.Range(0, rule.Length - 1).Select(_ => random.Next(10))];
        int check = rule.Check(payload);
        return rule.CheckPosition == 0 ? [check, .. payload] : [.. payload, check];
    }
}
