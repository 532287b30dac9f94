using System.Security.Cryptography;
using MyNumber.Card.Emulation.Access;

namespace MyNumber.Card.Emulation.Objects;

/// <summary>A PIN IEF: the secret and its retry counter, both persistent over power cycles. Whether it is verified is volatile and not kept here.</summary>
internal sealed class PinFile : CardFile, IDisposable
{
    /// <summary>VERIFY carries 1 to 16 bytes (project research notes on the card, §5.2, confirmed).</summary>
    public const int MaximumLength = 16;

    private readonly byte[] _secret = new byte[MaximumLength + 1];

    /// <summary>Makes a reference of 1 to 15 tries, or of 0 for no limit. Without a secret it is blocked from the beginning and nothing ever matches.</summary>
    public PinFile(ushort id, string path, AccessRules access, int maximumTries, ReadOnlySpan<byte> secret)
        : base(id, FileKind.Pin, path, access)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumTries);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximumTries, 15);
        MaximumTries = maximumTries;
        if (!secret.IsEmpty)
        {
            Replace(secret);
        }
    }

    /// <summary>Whose secret this is, as the profile names it; empty when nobody ever sets one.</summary>
    public string SecretName { get; init; } = string.Empty;

    /// <summary>What a success restores; 0 when tries are not counted.</summary>
    public int MaximumTries { get; }

    public int TriesLeft { get; private set; }

    /// <summary>Whether wrong values cost nothing.</summary>
    public bool HasNoLimit => MaximumTries == 0;

    /// <summary>The secret's memory, to see what is left in it.</summary>
    internal ReadOnlyMemory<byte> Storage => _secret;

    /// <summary>The secret's own bytes; empty when the reference has none.</summary>
    internal ReadOnlySpan<byte> Secret => _secret.AsSpan(0, _secret[MaximumLength]);

    public bool IsBlocked => Secret.IsEmpty || (TriesLeft == 0 && !HasNoLimit);

    /// <summary>Spends a try, then compares in fixed time; a match restores the counter.</summary>
    /// <returns>Whether the value matched. A blocked file matches nothing.</returns>
    public bool Try(ReadOnlySpan<byte> candidate)
    {
        if (IsBlocked)
        {
            return false;
        }

        TriesLeft -= HasNoLimit ? 0 : 1;
        Span<byte> padded = stackalloc byte[MaximumLength + 1];
        Pad(candidate, padded);
        bool matches = CryptographicOperations.FixedTimeEquals(padded, _secret);
        CryptographicOperations.ZeroMemory(padded);
        TriesLeft = matches ? MaximumTries : TriesLeft;
        return matches;
    }

    /// <summary>Whether a value has the length of the stored one.</summary>
    public bool HasLength(int length) => _secret[MaximumLength] == length;

    /// <summary>Sets a new value and the full number of tries.</summary>
    public void Replace(ReadOnlySpan<byte> secret)
    {
        Pad(secret, _secret);
        TriesLeft = MaximumTries;
    }

    /// <summary>Sets the counter as it was saved.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More tries than the reference has.</exception>
    public void RestoreTries(int triesLeft)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(triesLeft);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(triesLeft, MaximumTries);
        TriesLeft = triesLeft;
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(_secret);

    private static void Pad(ReadOnlySpan<byte> value, Span<byte> padded)
    {
        ArgumentOutOfRangeException.ThrowIfZero(value.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, MaximumLength);
        padded.Clear();
        value.CopyTo(padded);
        padded[MaximumLength] = (byte)value.Length;
    }
}
