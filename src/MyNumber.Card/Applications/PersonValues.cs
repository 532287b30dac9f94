using MyNumber.Numbering.People;

namespace MyNumber.Card.Applications;

/// <summary>Birth date and sex as the card's files write them.</summary>
internal static class PersonValues
{
    public static BirthDate ReadBirthDate(ReadOnlySpan<byte> digits, string what) =>
        BirthDate.TryParseCard(digits, out BirthDate date) ? date : throw new CardDataException($"The {what} is not YYYYMMDD.");

    public static Sex ReadSex(ReadOnlySpan<byte> code, string what) => code is [>= (byte)'0' and <= (byte)'9']
        ? (code[0] - '0') switch { 1 => Sex.Male, 2 => Sex.Female, 9 => Sex.NotApplicable, _ => Sex.Unknown }
        : throw new CardDataException($"The {what} is not one digit.");
}
