using System.Security.Cryptography;
using MyNumber.Card.Apdu;
using MyNumber.Card.Tlv;

namespace MyNumber.Card.Sessions;

public sealed partial class CardSession
{
    /// <summary>The most bytes that are read of a file: what READ BINARY's 15-bit offset reaches (ISO/IEC 7816-4 §11.3.2).</summary>
    public const int MaximumFileLength = 32768;

    private const int DerHead = 4;
    private const int TlvHead = 7;

    /// <summary>Reads a transparent file to its physical end: until a short answer, <c>6282</c> or <c>6B00</c>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The content with its filler; the caller's own, to be zeroed when it is personal.</returns>
    /// <exception cref="CardStatusException">The card refused; <c>6982</c> when a PIN is missing.</exception>
    /// <exception cref="CardDataException">The file does not end within <see cref="MaximumFileLength"/>, or the card gave more than was asked for.</exception>
    public async ValueTask<byte[]> ReadFileAsync(CardFileId file, CancellationToken cancellationToken = default)
    {
        await SelectFileAsync(file, cancellationToken).ConfigureAwait(false);
        byte[] buffer = NewBuffer(MaximumFileLength);
        try
        {
            int length = await ReadRangeAsync(file, buffer, 0, MaximumFileLength, cancellationToken).ConfigureAwait(false);
            return length < MaximumFileLength ? CopyOf(buffer, length) : throw new CardDataException($"File {file} does not end.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    /// <summary>Reads the first bytes of a transparent file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="length">How many bytes, 1 to <see cref="MaximumFileLength"/>.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The bytes, fewer when the file is shorter; the caller's own, to be zeroed when they are personal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is outside its range.</exception>
    /// <exception cref="CardStatusException">The card refused; <c>6982</c> when a PIN is missing.</exception>
    /// <exception cref="CardDataException">The card gave more than was asked for.</exception>
    public async ValueTask<byte[]> ReadFileAsync(CardFileId file, int length, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaximumFileLength);
        await SelectFileAsync(file, cancellationToken).ConfigureAwait(false);
        byte[] buffer = NewBuffer(length);
        int got = await ReadRangeAsync(file, buffer, 0, length, cancellationToken).ConfigureAwait(false);
        return got == length ? buffer : Shorten(buffer, got);
    }

    /// <summary>Reads the DER object at the start of a file, such as a certificate: four bytes first, then the rest that they announce.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The object without filler; the caller's own, to be zeroed when it is personal.</returns>
    /// <exception cref="CardStatusException">The card refused; <c>6982</c> when a PIN is missing.</exception>
    /// <exception cref="CardDataException">The file holds no whole object.</exception>
    public ValueTask<byte[]> ReadDerObjectAsync(CardFileId file, CancellationToken cancellationToken = default) => ReadObjectAsync(file, DerHead, cancellationToken);

    /// <summary>Reads the BER-TLV object at the start of a file of the card's own format: seven bytes first, then the rest that they announce.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The object without filler; the caller's own, to be zeroed when it is personal.</returns>
    /// <exception cref="CardStatusException">The card refused; <c>6982</c> when a PIN is missing.</exception>
    /// <exception cref="CardDataException">The file holds no whole object.</exception>
    public ValueTask<byte[]> ReadTlvObjectAsync(CardFileId file, CancellationToken cancellationToken = default) => ReadObjectAsync(file, TlvHead, cancellationToken);

    /// <summary>Writes into a transparent file (UPDATE BINARY). No file of the holder's own applications can be written; the lab's free area can.</summary>
    /// <param name="file">The file.</param>
    /// <param name="offset">Where to begin, 0 to 32,767.</param>
    /// <param name="content">What to write; sent in pieces of at most 255 bytes.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>A task that ends when all is written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bytes do not lie within <see cref="MaximumFileLength"/>.</exception>
    /// <exception cref="CardStatusException">The card refused.</exception>
    public async ValueTask WriteFileAsync(CardFileId file, int offset, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, MaximumFileLength - content.Length);
        await SelectFileAsync(file, cancellationToken).ConfigureAwait(false);
        for (int done = 0; done < content.Length;)
        {
            ReadOnlyMemory<byte> piece = content.Slice(done, Math.Min(255, content.Length - done));
            int at = offset + done;
            ReadOnlyMemory<byte> command = Compose(new CommandApdu(0x00, 0xD6, (byte)(at >> 8), (byte)(at & 0xFF), piece.Span));
            StatusWord status = await SendAsync(command, cancellationToken).ConfigureAwait(false);
            if (!status.IsSuccess)
            {
                throw new CardStatusException($"UPDATE BINARY {file}", status);
            }

            done += piece.Length;
        }
    }

    private async ValueTask<byte[]> ReadObjectAsync(CardFileId file, int headLength, CancellationToken cancellationToken)
    {
        byte[] head = await ReadFileAsync(file, headLength, cancellationToken).ConfigureAwait(false);
        byte[] whole = [];
        try
        {
            whole = NewBuffer(ObjectLength(file, head));
            int got = Math.Min(head.Length, whole.Length);
            head.AsSpan(0, got).CopyTo(whole);
            got += await ReadRangeAsync(file, whole.AsMemory(got), got, whole.Length - got, cancellationToken).ConfigureAwait(false);
            return got == whole.Length ? whole : throw new CardDataException($"File {file} ends before its object does.");
        }
        catch
        {
            CryptographicOperations.ZeroMemory(whole);
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(head);
        }
    }

    private static int ObjectLength(CardFileId file, ReadOnlySpan<byte> head) =>
        BerTlvHeader.Parse(head, out BerTlvHeader header) == BerTlvHeaderResult.Complete && header.TotalLength <= MaximumFileLength
            ? header.TotalLength
            : throw new CardDataException($"File {file} does not begin with an object of a sensible length.");

    private async ValueTask<int> ReadRangeAsync(CardFileId file, Memory<byte> destination, int offset, int wanted, CancellationToken cancellationToken)
    {
        try
        {
            int got = 0;
            while (got < wanted)
            {
                int ask = Math.Min(256, wanted - got);
                int length = await ExchangeAsync(ReadBinaryCommand(offset + got, ask), Answer, cancellationToken).ConfigureAwait(false);
                int step = TakeBytes(length, destination.Span.Slice(got, ask), file);
                got += step;
                if (step < ask)
                {
                    break;
                }
            }

            return got;
        }
        catch
        {
            Clear();
            CryptographicOperations.ZeroMemory(destination.Span);
            throw;
        }
    }

    private byte[] CopyOf(byte[] buffer, int length)
    {
        byte[] copy = NewBuffer(length);
        buffer.AsSpan(0, length).CopyTo(copy);
        return copy;
    }

    private byte[] Shorten(byte[] buffer, int length)
    {
        byte[] shorter = CopyOf(buffer, length);
        CryptographicOperations.ZeroMemory(buffer);
        return shorter;
    }
}
