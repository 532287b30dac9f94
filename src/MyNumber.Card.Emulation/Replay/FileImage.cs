using System.Security.Cryptography;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>A file as far as it was read, put together so that it is redacted as a whole and all pieces stay consistent.</summary>
internal sealed class FileImage
{
    // CK_TOKEN_INFO of PKCS#11: serialNumber, and utcTime as the last field.
    private static readonly Range[] _serialNumbers = [80..96, 144..160];

    private byte[] _bytes = [];
    private bool[] _known = [];

    public void Add(int offset, ReadOnlySpan<byte> piece)
    {
        Grow(offset + piece.Length);
        piece.CopyTo(_bytes.AsSpan(offset));
        _known.AsSpan(offset, piece.Length).Fill(true);
    }

    /// <summary>The memory that holds the content now, so that a test can look at what is left in it.</summary>
    internal ReadOnlyMemory<byte> Memory => _bytes;

    /// <summary>Replaces the content by a synthetic one of the same shape. What lies behind a gap has no known shape.</summary>
    public void Redact(FilePlace place)
    {
        if (place.IsTokenInformation || place.IsPresence)
        {
            Blank(place.IsTokenInformation ? _serialNumbers : []);
            return;
        }

        int gap = _known.AsSpan().IndexOf(false);
        int end = gap < 0 ? _bytes.Length : gap;
        ShapeScrubber.Scrub(_bytes.AsSpan(0, end));
        _bytes.AsSpan(end).Fill(SyntheticValue.Filler);
    }

    public ReadOnlySpan<byte> Piece(int offset, int length) => _bytes.AsSpan(offset, length);

    private void Grow(int length)
    {
        if (length > _bytes.Length)
        {
            byte[] grown = new byte[length];
            _bytes.CopyTo(grown, 0);
            CryptographicOperations.ZeroMemory(_bytes);
            _bytes = grown;
            Array.Resize(ref _known, length);
        }
    }

    private void Blank(Range[] places)
    {
        foreach (Range place in places)
        {
            int start = Math.Min(place.Start.Value, _bytes.Length);
            _bytes.AsSpan(start..Math.Min(place.End.Value, _bytes.Length)).Fill((byte)'0');
        }
    }
}
