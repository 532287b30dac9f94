using System.Globalization;
using System.Text;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>Names of the real service, which no lab bears: compared without width, case, spaces, marks, invisible characters and look-alike letters.</summary>
/// <remarks>Source of the names: project research notes on JPKI, §1.2 (confirmed by the published certificates). A unit that says what certificates are for, such as
/// "JPKI for digital signature", is no name of an operator and is free below an organisation of the lab.</remarks>
internal static class ReservedNames
{
    private const string OrganizationType = "2.5.4.10";

    private static readonly string[] AnywhereInside =
    [
        "公的個人認証サービス", "地方公共団体情報システム機構", "japanagencyforlocalauthorityinformationsystems", "地方自治情報センター", "localauthoritiessystemsdevelopmentcenter",
    ];

    private static readonly string[] Whole = ["jpki", "jpkitest", "jlis", "lasdec", "公的個人認証", "総務省", "デジタル庁"];

    /// <summary>How letters of other alphabets look, by the Latin letter that they look like.</summary>
    private static readonly Dictionary<char, char> LookAlikes = new()
    {
        ['ј'] = 'j', ['ϳ'] = 'j', ['ȷ'] = 'j', ['р'] = 'p', ['ρ'] = 'p', ['к'] = 'k', ['κ'] = 'k', ['і'] = 'i', ['ι'] = 'i', ['ı'] = 'i', ['ѕ'] = 's', ['т'] = 't', ['τ'] = 't',
        ['е'] = 'e', ['ε'] = 'e', ['а'] = 'a', ['о'] = 'o', ['с'] = 'c',
    };

    /// <summary>Whether any attribute of a name is one of the real service.</summary>
    internal static bool AreIn(LabName name) => name.Attributes.Any(IsReserved);

    private static bool IsReserved(NameAttribute attribute)
    {
        string folded = Fold(attribute.Value);
        return Whole.Contains(folded, StringComparer.Ordinal)
            || (attribute.Type == OrganizationType && folded.StartsWith("jpki", StringComparison.Ordinal))
            || AnywhereInside.Any(name => folded.Contains(name, StringComparison.Ordinal));
    }

    private static string Fold(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (char letter in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.OtherLetter)
            {
                folded.Append(LookAlikes.GetValueOrDefault(letter, letter));
            }
        }

        return folded.ToString();
    }
}
