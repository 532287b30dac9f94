using System.Security.Cryptography;
using MyNumber.Card.Emulation.Access;

namespace MyNumber.Card.Emulation.Objects;

/// <summary>A PIN IEF: the secret and its retry counter, both persistent over power cycles. Whether it is verified is volatile and not kept here.</summary>
internal sealed class PinFile : CardFile, IDisposable
{
    /// <summary>VERIFY carries 1 to 16 bytes (project research notes on the card, §5.2, confirmed).</summary>
    public const int MaximumLength = 16;

    private readonly byte[] _secret = new byte[MaximumLength + 1];

    public PinFile(ushort id, string path, AccessRules access, int maximumTries, ReadOnlySpan<byte> secret)
        : base(id, FileKind.Pin, path, access)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximumTries);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximumTries, 15);
        MaximumTries = maximumTries;
        Replace(secret);
    }

    public int MaximumTries { get; }

    public int TriesLeft { get; private set; }

    /// <summary>The secret's memory, to see what is left in it.</summary>
    internal ReadOnlyMemory<byte> Storage => _secret;

    public bool IsBlocked => TriesLeft == 0;

    /// <summary>Spends a try, then compares in fixed time; a match restores the counter.</summary>
    /// <returns>Whether the value matched. A blocked file matches nothing.</returns>
    public bool Try(ReadOnlySpan<byte> candidate)
    {
        if (IsBlocked)
        {
            return false;
        }

        TriesLeft--;
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
