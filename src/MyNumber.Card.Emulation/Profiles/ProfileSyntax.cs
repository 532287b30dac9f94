using System.Globalization;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Checks that the readers of profile documents share; every mistake is a <see cref="FormatException"/> that names the place.</summary>
internal static class ProfileSyntax
{
    // READ BINARY reaches 15 bits of offset.
    public const int MaximumFileSize = 0x8000;

    public static ushort Identifier(string text) =>
        text.Length == 4 && ushort.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort id) ? id : throw Invalid("id");

    public static byte[] Bytes(string? hex, int minimum, int maximum, string where)
    {
        ThrowUnless(hex is not null && hex.Length % 2 == 0 && hex.Length >= minimum * 2 && hex.Length <= maximum * 2 && hex.All(char.IsAsciiHexDigit), where);
        return Convert.FromHexString(hex!);
    }

    /// <summary>Bytes that a <c>fixed</c> content brings along; every other content has none.</summary>
    public static byte[] FixedBytes(string? hex, string where) => hex is null ? [] : Bytes(hex, 1, MaximumFileSize, where);

    // The serialiser keeps null out of members, but not out of the items of an array.
    public static bool HoldsNoNull(object?[] items) => !items.Contains(null);

    public static void ThrowUnless(bool valid, string where)
    {
        if (!valid)
        {
            throw Invalid(where);
        }
    }

    public static FormatException Invalid(string where) => new($"The profile document is not valid at {where}.");
}
