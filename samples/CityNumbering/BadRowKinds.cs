using System.Text;
using MyNumber.Numbering;

namespace CityNumbering;

/// <summary>The ways in which rows of numbers go wrong, each made out of a right number.</summary>
internal static class BadRowKinds
{
    public static IReadOnlyList<(string What, Func<string, byte[]> Spoil, NumberFault Fault)> All { get; } =
    [
        ("空行 (empty)", _ => [], NumberFault.Empty),
        ("一桁不足 (a digit short)", n => Utf8(n[1..]), NumberFault.TooShort),
        ("一桁超過 (a digit too many)", n => Utf8(n + "0"), NumberFault.TooLong),
        ("英字 O (letter)", n => Utf8($"{n[..5]}O{n[6..]}"), NumberFault.ForbiddenCharacter),
        ("全角 (full width)", n => Utf8(Shift(n, '０')), NumberFault.ForbiddenCharacter),
        ("ハイフン区切り (hyphens)", n => Utf8($"{n[..4]}-{n[4..8]}-{n[8..]}"), NumberFault.ForbiddenCharacter),
        ("末尾の空白 (a space behind)", n => Utf8(n + " "), NumberFault.ForbiddenCharacter),
        ("アラビア・インド数字 (Arabic-Indic digits)", n => Utf8(Shift(n, '٠')), NumberFault.ForbiddenCharacter),
        ("UTF-8 でないバイト (not UTF-8)", n => [.. Utf8(n[..6]), 0xFF, .. Utf8(n[7..])], NumberFault.ForbiddenCharacter),
        ("検査用数字違い (wrong check digit)", n => Utf8($"{n[..11]}{(n[11] - '0' + 1) % 10}"), NumberFault.WrongCheckDigit),
        ("隣同士の入れ替わり (neighbours swapped)", n => Utf8(Swap(n)), NumberFault.WrongCheckDigit),
    ];

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Shift(string number, char zero) => string.Concat(number.Select(digit => (char)(digit - '0' + zero)));

    /// <summary>Swaps two neighbours so that the check digit sees it; a few swaps it cannot see, see the page on error detection.</summary>
    private static string Swap(string number)
    {
        for (int i = 0; i < 10; i++)
        {
            string swapped = $"{number[..i]}{number[i + 1]}{number[i]}{number[(i + 2)..]}";
            if (swapped != number && !IndividualNumber.TryParse(swapped, out _))
            {
                return swapped;
            }
        }

        return number;
    }
}
