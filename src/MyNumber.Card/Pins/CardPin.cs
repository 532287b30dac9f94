using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MyNumber.Card.Pins;

/// <summary>A PIN or password (暗証番号, パスワード) as the holder typed it, in memory that is not moved and is zeroed by <see cref="Dispose"/>.</summary>
/// <remarks>There is no way to get the characters back out. Not thread safe: do not dispose it while an operation uses it.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CardPin : IDisposable
{
    private readonly PinnedBuffer _characters;
    private bool _disposed;

    private CardPin(ReadOnlySpan<char> characters)
    {
        _characters = new PinnedBuffer(characters.Length * sizeof(char));
        MemoryMarshal.AsBytes(characters).CopyTo(_characters.Span);
    }

    /// <summary>Copies a PIN. Which characters are allowed is checked later, by the policy of the reference that it is used for.</summary>
    /// <param name="characters">What the holder typed. The caller zeroes this span.</param>
    /// <returns>The PIN; the caller disposes it.</returns>
    public static CardPin Copy(ReadOnlySpan<char> characters) => new(characters);

    /// <summary>Zeroes the memory. The PIN cannot be used after that.</summary>
    public void Dispose()
    {
        _characters.Dispose();
        _disposed = true;
    }

    /// <summary>A mask; neither a character nor the length is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "CardPin(***)";

    internal ReadOnlySpan<char> Characters
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return MemoryMarshal.Cast<byte, char>(_characters.Span);
        }
    }

    internal Memory<byte> Storage => _characters.Memory;
}
