using System.Buffers;
using System.Formats.Asn1;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>Reads a list from a stream in pieces: one piece is hashed on another thread while it is parsed here and the next is fetched. Two pieces are all that is held of the bytes.</summary>
internal sealed class CrlStream
{
    /// <summary>Bytes of a piece; with the room in front a power of two, as the pool has them.</summary>
    public const int UsualPiece = (1 << 20) - Room;

    private const int Room = CrlLimits.LongestEntry; // in front of each piece, for the entry that the one before broke off

    private readonly Stream _source;
    private readonly int _pieceLength;
    private long _left;

    private CrlStream(Stream source, int pieceLength, long maximumLength)
    {
        _source = source;
        _pieceLength = pieceLength;
        _left = maximumLength + 1; // one more, to see that there is more
    }

    /// <summary>Reads to the stream's end and verifies.</summary>
    /// <param name="source">The list's bytes and nothing else.</param>
    /// <param name="terms">What it is read under.</param>
    /// <param name="pieceLength">Smaller in tests only.</param>
    /// <param name="cancellationToken">Looked at once a piece.</param>
    /// <exception cref="AsnContentException">A flaw.</exception>
    public static Task<CrlAddition> ReadAsync(Stream source, CrlTerms terms, int pieceLength, CancellationToken cancellationToken) =>
        new CrlStream(source, pieceLength, CrlStore.MaximumLength).ReadAsync(terms, cancellationToken);

    private async Task<CrlAddition> ReadAsync(CrlTerms terms, CancellationToken cancellationToken)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(Room + _pieceLength), other = ArrayPool<byte>.Shared.Rent(Room + _pieceLength);
        try
        {
            int length = await FillAsync(piece, cancellationToken).ConfigureAwait(false);
            using CrlReading reading = CrlReading.Begin(piece.AsMemory(Room, length), terms);
            if (reading.Refusal != VerificationReason.None)
            {
                return new CrlAddition(reading.Refusal);
            }

            await FeedAsync(reading, piece, other, length, cancellationToken).ConfigureAwait(false);
            return reading.Finish();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
            ArrayPool<byte>.Shared.Return(other);
        }
    }

    private async Task FeedAsync(CrlReading reading, byte[] piece, byte[] other, int length, CancellationToken cancellationToken)
    {
        int start = Room + reading.Head.RevokedStart, end = Room + length;
        Task hashing = Task.CompletedTask;
        try
        {
            while (end > Room)
            {
                hashing = HashAsync(reading.Hashes, piece, end - Room);
                start += reading.Feed(piece.AsSpan(start, end - start));
                int rest = end - start; // below Room: Feed leaves no more
                piece.AsSpan(start, rest).CopyTo(other.AsSpan(Room - rest));
                length = end - Room < _pieceLength ? 0 : await FillAsync(other, cancellationToken).ConfigureAwait(false);
                await hashing.ConfigureAwait(false);
                (piece, other) = (other, piece);
                start = Room - rest;
                end = Room + length;
            }
        }
        finally
        {
            await hashing.ConfigureAwait(false); // it reads our pieces, which go back to their pool
        }
    }

    private static Task HashAsync(CrlHashes hashes, byte[] piece, int length)
    {
        if (length >= UsualPiece)
        {
            return Task.Run(() => hashes.Append(piece.AsSpan(Room, length)));
        }

        hashes.Append(piece.AsSpan(Room, length));
        return Task.CompletedTask;
    }

    // Fills the piece to its end unless the stream ends before.
    private async ValueTask<int> FillAsync(byte[] piece, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int length = 0;
        while (length < _pieceLength)
        {
            int read = await _source.ReadAsync(piece.AsMemory(Room + length, _pieceLength - length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        _left -= length;
        return _left > 0 ? length : throw new AsnContentException();
    }
}
