using MyNumber.Card.Apdu;

namespace MyNumber.Card.Pins;

/// <summary>What the card tells about a PIN without an attempt.</summary>
/// <remarks>Immutable. <see langword="default"/> tells nothing: tries unknown, not verified.</remarks>
public readonly struct PinStatus : IEquatable<PinStatus>
{
    private PinStatus(int? triesLeft, bool isVerified)
    {
        TriesLeft = triesLeft;
        IsVerified = isVerified;
    }

    /// <summary>Tries left, 0 when blocked, or <see langword="null"/> when the card does not tell.</summary>
    public int? TriesLeft { get; }

    /// <summary>Whether the card says that the reference is open already (<c>9000</c>). <see langword="false"/> does not mean that it is closed: most cards
    /// tell the tries also after a right PIN.</summary>
    public bool IsVerified { get; }

    /// <summary>Whether no try is left.</summary>
    public bool IsBlocked => TriesLeft == 0;

    /// <summary>Whether a wrong PIN would block the reference.</summary>
    public bool IsLastTry => TriesLeft == 1;

    /// <inheritdoc/>
    public bool Equals(PinStatus other) => TriesLeft == other.TriesLeft && IsVerified == other.IsVerified;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PinStatus other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TriesLeft, IsVerified);

    /// <summary>Whether both tell the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(PinStatus left, PinStatus right) => left.Equals(right);

    /// <summary>Whether they tell different things.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(PinStatus left, PinStatus right) => !left.Equals(right);

    /// <summary>Reads the answer to the four-byte VERIFY.</summary>
    internal static bool TryRead(StatusWord status, out PinStatus answer)
    {
        answer = default;
        if (status.IsSuccess)
        {
            answer = new PinStatus(null, isVerified: true);
            return true;
        }

        if (status.IsBlocked)
        {
            answer = new PinStatus(0, isVerified: false);
            return true;
        }

        bool counted = status.TryGetTriesLeft(out int left);
        answer = counted ? new PinStatus(left, isVerified: false) : default;
        return counted || status == StatusWord.WrongWithoutLimit;
    }
}
