using MyNumber.Numbering.People;

namespace MyNumber.Card.Pins;

/// <summary>Digits of the matching numbers, written into a buffer that the caller zeroes.</summary>
internal static class MatchingDigits
{
    public const int BirthLength = 6;

    public static void WriteBirth(BirthDate birth, MatchingBirthForm form, Span<char> destination)
    {
        Write(YearOf(birth, form), destination[..2]);
        Write(birth.Month ?? 0, destination[2..4]);
        Write(birth.Day ?? 0, destination[4..6]);
    }

    public static void Write(int value, Span<char> destination)
    {
        for (int i = destination.Length - 1; i >= 0; i--)
        {
            destination[i] = (char)('0' + (value % 10));
            value /= 10;
        }
    }

    public static CardPin CopyOf(ReadOnlySpan<char> digits, PinPolicy policy)
    {
        CardPin pin = CardPin.Copy(digits);
        if (policy.Check(pin) == PinFault.None)
        {
            return pin;
        }

        pin.Dispose();
        throw new ArgumentException("The number does not have the digits that it must have.", nameof(digits));
    }

    private static int YearOf(BirthDate birth, MatchingBirthForm form) => form == MatchingBirthForm.GregorianTwoDigits
        ? birth.Year.GetValueOrDefault() % 100
        : birth.EraYear is <= 99 and int year ? year : 0;
}
