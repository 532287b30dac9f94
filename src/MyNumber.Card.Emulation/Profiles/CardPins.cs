using System.Diagnostics;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>The holder's four PINs (暗証番号) for personalisation; synthetic, and guarded all the same.</summary>
/// <remarks>Immutable. <see cref="ToString"/> and the debugger show a mask; values come out through <see cref="Reveal"/> only.
/// The rules are those of the counter (project research notes on the card, §6, confirmed); the card itself does not check them.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CardPins
{
    private readonly string?[] _values;

    /// <summary>Holds the PINs; <see langword="null"/> leaves one unset.</summary>
    /// <param name="signature">6 to 16 characters A–Z and 0–9, at least one letter and one digit.</param>
    /// <param name="userAuthentication">4 digits.</param>
    /// <param name="residence">4 digits.</param>
    /// <param name="inputSupport">4 digits.</param>
    /// <exception cref="ArgumentException">A PIN breaks its rule; the message names the parameter and never the value.</exception>
    public CardPins(string? signature, string? userAuthentication, string? residence, string? inputSupport)
    {
        ThrowUnless(IsSignature(signature), nameof(signature));
        ThrowUnless(IsFourDigits(userAuthentication), nameof(userAuthentication));
        ThrowUnless(IsFourDigits(residence), nameof(residence));
        ThrowUnless(IsFourDigits(inputSupport), nameof(inputSupport));
        _values = [signature, userAuthentication, residence, inputSupport];
    }

    /// <summary>Gives a PIN away, for a test that enters it.</summary>
    /// <param name="kind">Which PIN.</param>
    /// <returns>The PIN, or <see langword="null"/> when it is not set.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such PIN.</exception>
    public string? Reveal(CardPinKind kind) => kind is >= CardPinKind.Signature and <= CardPinKind.InputSupport
        ? _values[(int)kind]
        : throw new ArgumentOutOfRangeException(nameof(kind));

    /// <summary>A mask; no PIN is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "CardPins(***)";

    private static bool IsFourDigits(string? pin) => pin is null || (pin.Length == 4 && pin.All(char.IsAsciiDigit));

    private static bool IsSignature(string? pin) => pin is null
        || (pin.Length is >= 6 and <= 16
            && pin.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))
            && pin.Any(char.IsAsciiDigit)
            && pin.Any(char.IsAsciiLetterUpper));

    private static void ThrowUnless(bool valid, string name)
    {
        if (!valid)
        {
            throw new ArgumentException("The PIN breaks the rule of its kind.", name);
        }
    }
}
