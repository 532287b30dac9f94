using MyNumber.Card.Apdu;

namespace MyNumber.Card.Sessions;

/// <content>One command each, into the caller's memory. Nothing is allocated, the asynchronous forms included as long as the channel completes at once; the session's own
/// buffers are pinned and zeroed after each command.</content>
public sealed partial class CardSession
{
    /// <summary>Reads bytes of the current file with one READ BINARY.</summary>
    /// <param name="offset">Where to begin, 0 to 32,767.</param>
    /// <param name="destination">Room for 1 to 256 bytes.</param>
    /// <returns>How many bytes came; fewer than there is room for at the end of the file, 0 behind it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Offset or room is outside its range.</exception>
    /// <exception cref="CardStatusException">The card refused; <c>6982</c> when a PIN is missing.</exception>
    /// <exception cref="CardDataException">The card gave more than was asked for.</exception>
    public int ReadBinary(int offset, Span<byte> destination)
    {
        CheckRead(offset, destination.Length);
        return TakeBytes(Begin(ReadBinaryCommand(offset, destination.Length)), destination);
    }

    /// <summary>The asynchronous twin of <see cref="ReadBinary"/>.</summary>
    /// <param name="offset">As there.</param>
    /// <param name="destination">As there.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>As there.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Offset or room is outside its range.</exception>
    /// <exception cref="CardStatusException">The card refused; <c>6982</c> when a PIN is missing.</exception>
    /// <exception cref="CardDataException">The card gave more than was asked for.</exception>
    public ValueTask<int> ReadBinaryAsync(int offset, Memory<byte> destination, CancellationToken cancellationToken = default)
    {
        CheckRead(offset, destination.Length);
        return FetchAsync(ReadBinaryCommand(offset, destination.Length), destination, Fetch.Binary, cancellationToken);
    }

    /// <summary>Lets the card draw random bytes (GET CHALLENGE).</summary>
    /// <param name="destination">Receives the bytes, 1 to 256.</param>
    /// <exception cref="ArgumentOutOfRangeException">No room, or more than 256 bytes.</exception>
    /// <exception cref="CardStatusException">The card refused.</exception>
    /// <exception cref="CardDataException">The card gave another number of bytes.</exception>
    public void GetChallenge(Span<byte> destination)
    {
        CheckRead(0, destination.Length);
        TakeChallenge(Begin(ChallengeCommand(destination.Length)), destination);
    }

    /// <summary>The asynchronous twin of <see cref="GetChallenge"/>.</summary>
    /// <param name="destination">As there.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>The number of bytes, always all of them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No room, or more than 256 bytes.</exception>
    /// <exception cref="CardStatusException">The card refused.</exception>
    /// <exception cref="CardDataException">The card gave another number of bytes.</exception>
    public ValueTask<int> GetChallengeAsync(Memory<byte> destination, CancellationToken cancellationToken = default)
    {
        CheckRead(0, destination.Length);
        return FetchAsync(ChallengeCommand(destination.Length), destination, Fetch.Challenge, cancellationToken);
    }

    /// <summary>Reads one record of the current record file (READ RECORD).</summary>
    /// <param name="record">The record's number, 1 to 254.</param>
    /// <param name="destination">Receives the record as it lies in the file; 256 bytes are always enough.</param>
    /// <returns>The length of the record.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such number.</exception>
    /// <exception cref="CardStatusException">The card refused; <c>6A83</c> when there is no such record.</exception>
    /// <exception cref="CardDataException">The record is longer than the room.</exception>
    public int ReadRecord(int record, Span<byte> destination) => TakeRecord(Begin(ReadRecordCommand(record)), destination);

    /// <summary>The asynchronous twin of <see cref="ReadRecord"/>.</summary>
    /// <param name="record">As there.</param>
    /// <param name="destination">As there.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>As there.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such number.</exception>
    /// <exception cref="CardStatusException">The card refused; <c>6A83</c> when there is no such record.</exception>
    /// <exception cref="CardDataException">The record is longer than the room.</exception>
    public ValueTask<int> ReadRecordAsync(int record, Memory<byte> destination, CancellationToken cancellationToken = default) =>
        FetchAsync(ReadRecordCommand(record), destination, Fetch.Record, cancellationToken);

    private ValueTask<int> FetchAsync(ReadOnlyMemory<byte> command, Memory<byte> destination, Fetch fetch, CancellationToken cancellationToken)
    {
        ValueTask<int> pending = BeginAsync(command, cancellationToken);
        return pending.IsCompletedSuccessfully
            ? new ValueTask<int>(Take(fetch, pending.Result, destination.Span))
            : AwaitedAsync(pending, destination, fetch);
    }

    private async ValueTask<int> AwaitedAsync(ValueTask<int> pending, Memory<byte> destination, Fetch fetch) =>
        Take(fetch, await EndAsync(pending).ConfigureAwait(false), destination.Span);

    private int Take(Fetch fetch, int length, Span<byte> destination) => fetch switch
    {
        Fetch.Binary => TakeBytes(length, destination),
        Fetch.Challenge => TakeChallenge(length, destination),
        _ => TakeRecord(length, destination),
    };

    private static void CheckRead(int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(offset, MaximumFileLength);
        ArgumentOutOfRangeException.ThrowIfZero(length, "destination");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, 256, "destination");
    }

    private ReadOnlyMemory<byte> ReadBinaryCommand(int offset, int length) =>
        Compose(new CommandApdu(0x00, 0xB0, (byte)(offset >> 8), (byte)(offset & 0xFF), expected: length));

    private ReadOnlyMemory<byte> ChallengeCommand(int length) => Compose(new CommandApdu(0x00, 0x84, 0x00, 0x00, expected: length));

    private ReadOnlyMemory<byte> ReadRecordCommand(int record)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(record, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(record, 254);
        return Compose(new CommandApdu(0x00, 0xB2, (byte)record, 0x04, expected: 256));
    }

    private int TakeBytes(int length, Span<byte> destination, CardFileId? file = null)
    {
        try
        {
            ResponseApdu response = ResponseApdu.Of(Answer.Span, length);
            if (!response.Status.IsSuccess && !response.Status.IsEndOfFile)
            {
                throw new CardStatusException($"READ BINARY {file}".TrimEnd(), response.Status);
            }

            return response.Data.TryCopyTo(destination)
                ? response.Data.Length
                : throw new CardDataException($"The card gave more of file {file} than was asked for.");
        }
        finally
        {
            Clear();
        }
    }

    private int TakeChallenge(int length, Span<byte> destination)
    {
        try
        {
            ResponseApdu response = ResponseApdu.Of(Answer.Span, length);
            if (!response.Status.IsSuccess)
            {
                throw new CardStatusException("GET CHALLENGE", response.Status);
            }

            return response.Data.Length == destination.Length && response.Data.TryCopyTo(destination)
                ? destination.Length
                : throw new CardDataException("The card gave another number of random bytes than it was asked for.");
        }
        finally
        {
            Clear();
        }
    }

    private int TakeRecord(int length, Span<byte> destination)
    {
        try
        {
            ResponseApdu response = ResponseApdu.Of(Answer.Span, length);
            if (!response.Status.IsSuccess)
            {
                throw new CardStatusException("READ RECORD", response.Status);
            }

            return response.Data.TryCopyTo(destination) ? response.Data.Length : throw new CardDataException("The record is longer than the room for it.");
        }
        finally
        {
            Clear();
        }
    }

    private enum Fetch
    {
        Binary,
        Challenge,
        Record,
    }
}
