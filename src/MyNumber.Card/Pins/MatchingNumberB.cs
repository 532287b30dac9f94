using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Pins;

/// <summary>照合番号B: birth date YYMMDD, expiry year YYYY and security code, fourteen digits from the card's front, which open the four attributes and the face without
/// a PIN. Guarded.</summary>
/// <remarks>Source: project research notes, four sources, one of them measured on a card. The year of birth is the era's (和暦), see <see cref="MatchingBirthForm"/>. An
/// unknown part is written as zeros, which is assumed. The digits lie in memory that <see cref="Dispose"/> zeroes. Not thread safe.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class MatchingNumberB : IDisposable
{
    private const int Length = 14;

    private MatchingNumberB(CardPin pin) => Pin = pin;

    internal CardPin Pin { get; }

    /// <summary>Makes it from what the card's front shows.</summary>
    /// <param name="birthDate">The birth date (生年月日).</param>
    /// <param name="expiryYear">The Gregorian year of the expiry date (有効期限), four digits.</param>
    /// <param name="securityCode">The four digits of the security code (セキュリティコード). The caller zeroes them.</param>
    /// <param name="form">How the year of birth is written.</param>
    /// <returns>The matching number; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">The security code is not four digits.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The year does not have four digits.</exception>
    public static MatchingNumberB From(
        BirthDate birthDate, int expiryYear, ReadOnlySpan<char> securityCode, MatchingBirthForm form = MatchingBirthForm.JapaneseEra)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(expiryYear, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(expiryYear, 9999);
        if (securityCode.Length != 4)
        {
            throw new ArgumentException("The security code does not have four digits.", nameof(securityCode));
        }

        Span<char> digits = stackalloc char[Length];
        try
        {
            MatchingDigits.WriteBirth(birthDate, form, digits);
            MatchingDigits.Write(expiryYear, digits[6..10]);
            securityCode.CopyTo(digits[10..]);
            return Parse(digits);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(digits));
        }
    }

    /// <summary>Takes the fourteen digits as somebody typed them.</summary>
    /// <param name="digits">Fourteen ASCII digits. The caller zeroes them.</param>
    /// <returns>The matching number; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">Not fourteen digits.</exception>
    public static MatchingNumberB Parse(ReadOnlySpan<char> digits) => new(MatchingDigits.CopyOf(digits, PinPolicy.FourteenDigits));

    /// <summary>Zeroes the digits.</summary>
    public void Dispose() => Pin.Dispose();

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "MatchingNumberB(***)";
}
