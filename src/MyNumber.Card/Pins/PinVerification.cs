using System.Globalization;
using MyNumber.Card.Apdu;

namespace MyNumber.Card.Pins;

/// <summary>The result of a PIN attempt (VERIFY). Every one of these is expected, so none is an exception.</summary>
/// <remarks>Immutable. <see langword="default"/> is <see cref="PinOutcome.None"/>.</remarks>
public readonly struct PinVerification : IEquatable<PinVerification>
{
    private PinVerification(PinOutcome outcome, int? triesLeft, PinFault fault)
    {
        Outcome = outcome;
        TriesLeft = triesLeft;
        Fault = fault;
    }

    /// <summary>The PIN is right.</summary>
    public static PinVerification Verified => new(PinOutcome.Verified, null, PinFault.None);

    /// <summary>No try is left.</summary>
    public static PinVerification Blocked => new(PinOutcome.Blocked, 0, PinFault.None);

    /// <summary>One try is left and was not spent.</summary>
    public static PinVerification RefusedLastTry => new(PinOutcome.RefusedLastTry, 1, PinFault.None);

    /// <summary>How it ended.</summary>
    public PinOutcome Outcome { get; }

    /// <summary>Tries left where the card told, else <see langword="null"/>.</summary>
    public int? TriesLeft { get; }

    /// <summary>What is wrong with a malformed PIN.</summary>
    public PinFault Fault { get; }

    /// <summary>Whether the reference is open now.</summary>
    public bool IsVerified => Outcome == PinOutcome.Verified;

    /// <summary>The PIN is wrong.</summary>
    /// <param name="triesLeft">Tries left, or <see langword="null"/> for a reference without limit.</param>
    /// <returns>The result.</returns>
    public static PinVerification Wrong(int? triesLeft) => new(PinOutcome.WrongPin, triesLeft, PinFault.None);

    /// <summary>The PIN cannot be right by its form.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <returns>The result.</returns>
    public static PinVerification Malformed(PinFault fault) => new(PinOutcome.MalformedPin, null, fault);

    /// <summary>Outcome and tries, nothing of the PIN.</summary>
    /// <returns>Such as <c>WrongPin (2 left)</c>.</returns>
    public override string ToString() => Outcome switch
    {
        PinOutcome.MalformedPin => $"{Outcome} ({Fault})",
        PinOutcome.WrongPin when TriesLeft is int left => string.Create(CultureInfo.InvariantCulture, $"{Outcome} ({left} left)"),
        _ => Outcome.ToString(),
    };

    /// <inheritdoc/>
    public bool Equals(PinVerification other) => Outcome == other.Outcome && TriesLeft == other.TriesLeft && Fault == other.Fault;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PinVerification other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Outcome, TriesLeft, Fault);

    /// <summary>Whether both results are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(PinVerification left, PinVerification right) => left.Equals(right);

    /// <summary>Whether the results differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(PinVerification left, PinVerification right) => !left.Equals(right);

    /// <summary>Reads the answer to VERIFY.</summary>
    internal static bool TryRead(StatusWord status, out PinVerification verification)
    {
        verification = default;
        if (status.IsSuccess)
        {
            verification = Verified;
        }
        else if (status.IsBlocked)
        {
            verification = Blocked;
        }
        else if (status.TryGetTriesLeft(out int left))
        {
            verification = Wrong(left);
        }
        else if (status == StatusWord.WrongWithoutLimit)
        {
            verification = Wrong(null);
        }

        return verification.Outcome != PinOutcome.None;
    }
}
