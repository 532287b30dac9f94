using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Pins;

/// <summary>生年月日 as a key: six digits YYMMDD that open the age record of the surface application. Guarded.</summary>
/// <remarks>Source: project research notes, two sources. The year is the era's (和暦), see <see cref="MatchingBirthForm"/>. An unknown part is written as zeros, which is
/// assumed. The digits lie in memory that <see cref="Dispose"/> zeroes. Not thread safe.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class BirthDateKey : IDisposable
{
    private BirthDateKey(CardPin pin) => Pin = pin;

    internal CardPin Pin { get; }

    /// <summary>Makes it from the birth date.</summary>
    /// <param name="birthDate">The birth date (生年月日).</param>
    /// <param name="form">How the year is written.</param>
    /// <returns>The key; the caller disposes it.</returns>
    public static BirthDateKey From(BirthDate birthDate, MatchingBirthForm form = MatchingBirthForm.JapaneseEra)
    {
        Span<char> digits = stackalloc char[MatchingDigits.BirthLength];
        try
        {
            MatchingDigits.WriteBirth(birthDate, form, digits);
            return Parse(digits);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(digits));
        }
    }

    /// <summary>Takes the six digits as somebody typed them.</summary>
    /// <param name="digits">Six ASCII digits. The caller zeroes them.</param>
    /// <returns>The key; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">Not six digits.</exception>
    public static BirthDateKey Parse(ReadOnlySpan<char> digits) => new(MatchingDigits.CopyOf(digits, PinPolicy.SixDigits));

    /// <summary>Zeroes the digits.</summary>
    public void Dispose() => Pin.Dispose();

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "BirthDateKey(***)";
}
