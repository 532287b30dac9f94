using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MyNumber.Numbering;

namespace MyNumber.Card.Pins;

/// <summary>照合番号A: the twelve digits of the individual number, which open the number and its image without a PIN. Guarded.</summary>
/// <remarks>Source: project research notes, four sources. The digits lie in memory that <see cref="Dispose"/> zeroes. Not thread safe.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class MatchingNumberA : IDisposable
{
    private MatchingNumberA(CardPin pin) => Pin = pin;

    internal CardPin Pin { get; }

    /// <summary>Makes it from the individual number (個人番号).</summary>
    /// <param name="number">The number, as printed on the card's back.</param>
    /// <returns>The matching number; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public static MatchingNumberA From(IndividualNumber number)
    {
        if (number.IsEmpty)
        {
            throw new ArgumentException("The individual number is empty.", nameof(number));
        }

        Span<char> digits = stackalloc char[12];
        try
        {
            number.TryReveal(digits, out int written);
            return new MatchingNumberA(CardPin.Copy(digits[..written]));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(digits));
        }
    }

    /// <summary>Zeroes the digits.</summary>
    public void Dispose() => Pin.Dispose();

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "MatchingNumberA(***)";
}
