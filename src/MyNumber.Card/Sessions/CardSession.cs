using System.Security.Cryptography;
using MyNumber.Card.Apdu;
using MyNumber.Card.Channels;
using MyNumber.Card.Pins;

namespace MyNumber.Card.Sessions;

/// <summary>A conversation with one card: selecting, reading, PINs and signing, in terms of files instead of bytes.</summary>
/// <remarks>
/// <para>Not thread safe: one call at a time, because a card has one current application and one current file.</para>
/// <para>Every member may throw <see cref="CardRemovedException"/>, and <see cref="CardException"/> when the exchange fails below the APDU. An unexpected status word
/// is a <see cref="CardStatusException"/>. Nothing is retried.</para>
/// <para>Cancellation is seen between commands, never inside one, and is an <see cref="OperationCanceledException"/>. A null argument is an
/// <see cref="ArgumentNullException"/>, a disposed session an <see cref="ObjectDisposedException"/>.</para>
/// </remarks>
public sealed partial class CardSession : IDisposable
{
    private const int ShortAnswer = 256 + 2;
    private readonly ICardChannel _channel;
    private readonly ICardConnection? _owned;
    private readonly TriesMemory _tries = new();
    private bool _disposed;

    private CardSession(ICardChannel channel, ICardConnection? owned)
    {
        _channel = channel;
        _owned = owned;
    }

    /// <summary>Counts selections, so that an application object can tell that another application was selected behind its back. A SELECT that was not sent or that
    /// the card refused does not count; one whose answer was lost does, because the card may have carried it out.</summary>
    internal int Selection { get; private set; }

    /// <summary>Sees every buffer that may hold something personal or a PIN, so that a test can look at what is left in it.</summary>
    internal Action<Memory<byte>>? BufferMade { get; set; }

    /// <summary>Opens a session that owns the connection, over GET RESPONSE and correct-length handling.</summary>
    /// <param name="connection">The connection; disposed with the session, which powers the card down.</param>
    /// <param name="trace">Sees every APDU on the wire, redacted; optional and not owned.</param>
    /// <returns>The session; the caller disposes it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/> is null.</exception>
    public static CardSession Open(ICardConnection connection, IApduTraceSink? trace = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ICardChannel wire = trace is null ? connection : new RedactingTraceChannel(connection, trace);
        return new CardSession(new GetResponseChannel(new CorrectLengthChannel(wire)), connection);
    }

    /// <summary>Opens a session over a channel exactly as it is: no decorator is added.</summary>
    /// <param name="channel">The channel; not owned.</param>
    /// <returns>The session.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="channel"/> is null.</exception>
    public static CardSession Over(ICardChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return new CardSession(channel, null);
    }

    /// <summary>Selects an application by its AID, which on this card also closes all PINs.</summary>
    /// <param name="application">The AID.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns><see langword="false"/> when the card has no such application (<c>6A82</c>).</returns>
    /// <exception cref="CardStatusException">Another status word than <c>9000</c> and <c>6A82</c>.</exception>
    public async ValueTask<bool> TrySelectApplicationAsync(CardApplicationId application, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        byte[] command = Encode(new CommandApdu(0x00, 0xA4, 0x04, 0x0C, application.Value));
        StatusWord status = await ExchangeSelectAsync(command, application, cancellationToken).ConfigureAwait(false);
        return status.IsSuccess || (status == StatusWord.NotFound ? false : throw new CardStatusException($"SELECT application {application}", status));
    }

    /// <summary>Selects an application by its AID, which on this card also closes all PINs.</summary>
    /// <param name="application">The AID.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>A task that ends when it is selected.</returns>
    /// <exception cref="CardStatusException">The card refused; <c>6A82</c> when it has no such application.</exception>
    public async ValueTask SelectApplicationAsync(CardApplicationId application, CancellationToken cancellationToken = default)
    {
        if (!await TrySelectApplicationAsync(application, cancellationToken).ConfigureAwait(false))
        {
            throw new CardStatusException($"SELECT application {application}", StatusWord.NotFound);
        }
    }

    /// <summary>Selects a file of the current application.</summary>
    /// <param name="file">The file: transparent, PIN or key.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>A task that ends when it is selected.</returns>
    /// <exception cref="CardStatusException">The card refused; <c>6A82</c> when there is no such file.</exception>
    public ValueTask SelectFileAsync(CardFileId file, CancellationToken cancellationToken = default) =>
        SelectFileAsync(file, synchronous: false, cancellationToken);

    /// <summary>Powers the card down when the session owns the connection.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _owned?.Dispose();
        }
    }

    private async ValueTask<StatusWord> ExchangeSelectAsync(byte[] command, CardApplicationId application, CancellationToken cancellationToken)
    {
        StatusWord status;
        try
        {
            status = await ExchangeAsync(command, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            Selection++;
            _tries.Application = string.Empty;
            throw;
        }

        // ISO/IEC 7816-4 §5.6: 64xx to 6Fxx are errors, and the selection stays as it was; anything else may have changed it.
        if (status.Sw1 is < 0x64 or > 0x6F)
        {
            Selection++;
            _tries.Application = application.ToString();
        }

        return status;
    }

    private async ValueTask SelectFileAsync(CardFileId file, bool synchronous, CancellationToken cancellationToken)
    {
        byte[] command = Encode(new CommandApdu(0x00, 0xA4, 0x02, 0x0C, [(byte)(file.Value >> 8), (byte)(file.Value & 0xFF)]));
        StatusWord status = await ExchangeAsync(command, synchronous, cancellationToken).ConfigureAwait(false);
        if (!status.IsSuccess)
        {
            throw new CardStatusException($"SELECT file {file}", status);
        }
    }

    private ValueTask<StatusWord> ExchangeAsync(ReadOnlyMemory<byte> command, CancellationToken cancellationToken) =>
        ExchangeAsync(command, synchronous: false, cancellationToken);

    private async ValueTask<StatusWord> ExchangeAsync(ReadOnlyMemory<byte> command, bool synchronous, CancellationToken cancellationToken)
    {
        byte[] answer = NewBuffer(ShortAnswer);
        try
        {
            int length = await ExchangeAsync(command, answer, synchronous, cancellationToken).ConfigureAwait(false);
            return ResponseApdu.Of(answer, length).Status;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(answer);
        }
    }

    /// <summary>The one exit to the channel. With <paramref name="synchronous"/> nothing is awaited, so that the task is complete when it is returned.</summary>
    private async ValueTask<int> ExchangeAsync(ReadOnlyMemory<byte> command, Memory<byte> answer, bool synchronous, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        return synchronous
            ? _channel.Transmit(command.Span, answer.Span)
            : await _channel.TransmitAsync(command, answer, cancellationToken).ConfigureAwait(false);
    }

    private byte[] NewBuffer(int length)
    {
        byte[] buffer = new byte[length];
        BufferMade?.Invoke(buffer);
        return buffer;
    }

    private static byte[] Encode(CommandApdu command)
    {
        byte[] bytes = new byte[command.EncodedLength];
        command.TryWrite(bytes, out _);
        return bytes;
    }
}
