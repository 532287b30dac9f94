using System.Text;
using MyNumber.Jpki.Services;

namespace BankPortal.Opening;

/// <summary>Judges what is typed: it becomes part of a text that is signed line by line, so it is one line and shows all that it has.</summary>
internal static class PlainInput
{
    private const int LongestPhone = 16, ShortestPhone = 10;

    public static bool IsPlain(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > longest)
        {
            return false;
        }

        for (int at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out Rune rune) || !ShownText.CanShow(rune))
            {
                return false;
            }

            at += rune.Utf16SequenceLength;
        }

        return true;
    }

    public static bool IsPhone(string? text) =>
        text?.Trim() is { Length: >= ShortestPhone and <= LongestPhone } phone && phone[0] == '0'
        && phone.All(c => char.IsAsciiDigit(c) || c == '-') && phone.Count(char.IsAsciiDigit) >= ShortestPhone;
}
