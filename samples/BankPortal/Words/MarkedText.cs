using MyNumber.Jpki.Certificates;

namespace BankPortal.Words;

/// <summary>A text of the certificate with its substitute characters (代替文字) told apart.</summary>
internal sealed record MarkedText(IReadOnlyList<MarkedPart> Parts)
{
    public static MarkedText Of(string text, IReadOnlyList<SubstitutedCharacter> substitutes)
    {
        List<MarkedPart> parts = [];
        int at = 0;
        foreach (SubstitutedCharacter one in substitutes)
        {
            Add(parts, text[at..one.TextIndex], false);
            Add(parts, text.Substring(one.TextIndex, one.TextLength), true);
            at = one.TextIndex + one.TextLength;
        }

        Add(parts, text[at..], false);
        return new MarkedText(parts);
    }

    public override string ToString() => "MarkedText(***)";

    private static void Add(List<MarkedPart> parts, string text, bool isSubstitute)
    {
        if (text.Length != 0)
        {
            parts.Add(new MarkedPart(text, isSubstitute));
        }
    }
}
