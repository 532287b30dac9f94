using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MyNumber.Card.Pins;

namespace MyNumber.Cli.Cards;

/// <summary>A PIN on its way to the card, in memory that is not moved and that <see cref="Dispose"/> zeroes.</summary>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed class PinText : IDisposable
{
    // Longer than every PIN (16), so that a slip of a few characters is still told by the PIN's own rule.
    private const int Most = 64;

    private readonly char[] _characters = GC.AllocateArray<char>(Most, pinned: true);
    private int _length;

    public bool IsEmpty => _length == 0;

    /// <summary>Whether more was appended than any PIN has.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The memory itself, for the test that sees it zeroed.</summary>
    internal ReadOnlyMemory<char> Storage => _characters;

    public void Append(char character)
    {
        if (_length < Most)
        {
            _characters[_length++] = character;
        }
        else
        {
            IsCut = true;
        }
    }

    public void RemoveLast()
    {
        if (_length > 0)
        {
            _characters[--_length] = '\0';
        }
    }

    /// <summary>Removes the last character if it is this one.</summary>
    public void RemoveEnd(char character)
    {
        if (_length > 0 && _characters[_length - 1] == character)
        {
            RemoveLast();
        }
    }

    /// <summary>Whether both are the same.</summary>
    public bool Is(PinText other) => CryptographicOperations.FixedTimeEquals(Bytes, other.Bytes) && _length == other._length;

    /// <summary>A copy for the card's library; the caller disposes it.</summary>
    public CardPin ToPin() => CardPin.Copy(_characters.AsSpan(0, _length));

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_characters.AsSpan()));
        _length = 0;
    }

    public override string ToString() => "PinText(***)";

    private ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(_characters.AsSpan());
}
