using System.Security.Cryptography;

namespace MyNumber.Card.Pins;

/// <summary>The form that a PIN must have, as data. It is checked before a try is spent.</summary>
/// <remarks>Immutable and thread safe. Sources: the rules that the municipal office applies when a PIN is set, as collected in the project research notes (six or more
/// agreeing sources each).</remarks>
public sealed class PinPolicy
{
    /// <summary>Makes a policy.</summary>
    /// <param name="minimumLength">Fewest characters, at least 1.</param>
    /// <param name="maximumLength">Most characters, at most 16: VERIFY takes no more on this card.</param>
    /// <param name="allowsLetters">Whether A–Z are allowed beside 0–9. Lower case is then folded up, because the card compares upper case.</param>
    /// <param name="needsLetterAndDigit">Whether both a letter and a digit must occur.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lengths are not 1 ≤ minimum ≤ maximum ≤ 16.</exception>
    public PinPolicy(int minimumLength, int maximumLength, bool allowsLetters, bool needsLetterAndDigit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumLength, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLength, minimumLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximumLength, 16);
        MinimumLength = minimumLength;
        MaximumLength = maximumLength;
        AllowsLetters = allowsLetters;
        NeedsLetterAndDigit = needsLetterAndDigit;
    }

    /// <summary>Four digits: 利用者証明用電子証明書, 券面事項入力補助用, 住民基本台帳用.</summary>
    public static PinPolicy FourDigits { get; } = new(4, 4, allowsLetters: false, needsLetterAndDigit: false);

    /// <summary>6–16 characters A–Z and 0–9 with at least one of each: 署名用電子証明書.</summary>
    public static PinPolicy SignaturePassword { get; } = new(6, 16, allowsLetters: true, needsLetterAndDigit: true);

    /// <summary>Six digits: the birth-date key (生年月日) of the surface application.</summary>
    public static PinPolicy SixDigits { get; } = new(6, 6, allowsLetters: false, needsLetterAndDigit: false);

    /// <summary>Twelve digits: 照合番号A.</summary>
    public static PinPolicy TwelveDigits { get; } = new(12, 12, allowsLetters: false, needsLetterAndDigit: false);

    /// <summary>Fourteen digits: 照合番号B.</summary>
    public static PinPolicy FourteenDigits { get; } = new(14, 14, allowsLetters: false, needsLetterAndDigit: false);

    /// <summary>Fewest characters.</summary>
    public int MinimumLength { get; }

    /// <summary>Most characters.</summary>
    public int MaximumLength { get; }

    /// <summary>Whether A–Z are allowed beside 0–9.</summary>
    public bool AllowsLetters { get; }

    /// <summary>Whether both a letter and a digit must occur.</summary>
    public bool NeedsLetterAndDigit { get; }

    /// <summary>Checks a PIN's form.</summary>
    /// <param name="pin">The PIN.</param>
    /// <returns>The first fault, or <see cref="PinFault.None"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pin"/> is null.</exception>
    /// <exception cref="ObjectDisposedException">The PIN is disposed.</exception>
    public PinFault Check(CardPin pin)
    {
        ArgumentNullException.ThrowIfNull(pin);
        Span<byte> scratch = stackalloc byte[16];
        try
        {
            return Encode(pin.Characters, scratch, out _);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scratch);
        }
    }

    /// <summary>Writes the bytes that go to the card: ASCII, folded up, no padding. On a fault the destination holds nothing of the PIN.</summary>
    internal PinFault Encode(ReadOnlySpan<char> pin, Span<byte> destination, out int written)
    {
        written = 0;
        if (pin.Length < MinimumLength || pin.Length > MaximumLength)
        {
            return pin.Length < MinimumLength ? PinFault.TooShort : PinFault.TooLong;
        }

        int letters = 0;
        for (int i = 0; i < pin.Length; i++)
        {
            char folded = AllowsLetters && char.IsAsciiLetterLower(pin[i]) ? (char)(pin[i] - 0x20) : pin[i];
            bool letter = AllowsLetters && char.IsAsciiLetterUpper(folded);
            if (!letter && !char.IsAsciiDigit(folded))
            {
                return Refuse(PinFault.ForbiddenCharacter, destination);
            }

            letters += letter ? 1 : 0;
            destination[i] = (byte)folded;
        }

        if (NeedsLetterAndDigit && (letters == 0 || letters == pin.Length))
        {
            return Refuse(letters == 0 ? PinFault.NeedsLetter : PinFault.NeedsDigit, destination);
        }

        written = pin.Length;
        return PinFault.None;
    }

    private static PinFault Refuse(PinFault fault, Span<byte> destination)
    {
        CryptographicOperations.ZeroMemory(destination);
        return fault;
    }
}
