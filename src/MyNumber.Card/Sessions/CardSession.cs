using System.Security.Cryptography;
using MyNumber.Card.Apdu;
using MyNumber.Card.Channels;
using MyNumber.Card.Pins;

namespace MyNumber.Card.Sessions;

/// <summary>A conversation with one card: selecting, reading, PINs and signing, in terms of files instead of bytes.</summary>
/// <remarks>
/// <para>Not thread safe: one call at a time, because a card has one current application and one current file. A second call while one is under way would share its buffers.</para>
/// <para>Every member may throw <see cref="CardRemovedException"/>, and <see cref="CardException"/> when the exchange fails below the APDU. An unexpected status word
/// is a <see cref="CardStatusException"/>. Nothing is retried but a SELECT by AID that a card answers with <c>6F00</c>, once, where <see cref="Open(ICardConnection, CardSessionOptions)"/> was used.</para>
/// <para>After such a failure (a card that others reset, a reader that does not answer, an answer without a status word) it is not known what is selected. From then on every
/// member but the selection of an application throws <see cref="InvalidOperationException"/> and sends nothing, and so does every application object made before, until an
/// application was selected.</para>
/// <para>Cancellation is seen between commands, never inside one, and is an <see cref="OperationCanceledException"/>. A null argument is an
/// <see cref="ArgumentNullException"/>, a disposed session an <see cref="ObjectDisposedException"/>.</para>
/// </remarks>
public sealed partial class CardSession : IDisposable
{
    private const int ShortAnswer = 256 + 2;
    private const int LongestCommand = 272;
    private readonly PinnedBuffer _scratch = new(LongestCommand + ShortAnswer);
    private readonly CardSessionOptions _options;
    private readonly ICardConnection? _owned;
    private readonly TriesMemory _tries = new();
    private readonly ICardChannel _plainChannel;
    private ICardChannel _channel;
    private SecureMessagingChannel? _secure;
    private bool _isSelectionLost;
    private bool _disposed;

    private CardSession(ICardChannel channel, ICardConnection? owned, CardSessionOptions options)
    {
        _plainChannel = new FailureWatch(channel, LoseSelection);
        _channel = _plainChannel;
        _owned = owned;
        _options = options;
    }

    /// <summary>Whether commands go through a secure-messaging session (セキュアメッセージング) that stands.</summary>
    public bool IsProtected => _secure is { IsLost: false };

    /// <summary>Counts selections, so that an application object can tell that another application was selected behind its back. A SELECT that was not sent or that
    /// the card refused does not count; a command of any kind that failed below the APDU does, because the card may have been reset.</summary>
    internal int Selection { get; private set; }

    /// <summary>Sees every buffer that may hold something personal or a PIN, so that a test can look at what is left in it.</summary>
    internal Action<Memory<byte>>? BufferMade
    {
        get;
        set
        {
            field = value;
            value?.Invoke(_scratch.Memory);
        }
    }

    /// <summary>Opens a session that owns the connection, over GET RESPONSE and correct-length handling and the repetition of a first SELECT.</summary>
    /// <param name="connection">The connection; disposed with the session, which powers the card down.</param>
    /// <param name="trace">Sees every APDU on the wire, redacted; optional and not owned.</param>
    /// <returns>The session; the caller disposes it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/> is null.</exception>
    public static CardSession Open(ICardConnection connection, IApduTraceSink? trace = null) => Open(connection, new CardSessionOptions { Trace = trace });

    /// <summary>Opens a session that owns the connection, over GET RESPONSE and correct-length handling and the repetition of a first SELECT.</summary>
    /// <param name="connection">The connection; disposed with the session, which powers the card down.</param>
    /// <param name="options">How the session behaves.</param>
    /// <returns>The session; the caller disposes it.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CardSession Open(ICardConnection connection, CardSessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(options);
        ICardChannel wire = options.Trace is null ? connection : new RedactingTraceChannel(connection, options.Trace);
        return new CardSession(new RepeatedSelectionChannel(new GetResponseChannel(new CorrectLengthChannel(wire))), connection, options);
    }

    /// <summary>Opens a session over a channel exactly as it is: no decorator is added.</summary>
    /// <param name="channel">The channel; not owned.</param>
    /// <returns>The session.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="channel"/> is null.</exception>
    public static CardSession Over(ICardChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return new CardSession(channel, null, new CardSessionOptions());
    }

    /// <summary>Powers the card down when the session owns the connection, and zeroes the session's buffers and keys.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _secure?.Dispose();
            _scratch.Dispose();
            _owned?.Dispose();
        }
    }

    /// <summary>Sends what follows through a secure-messaging session whose key the card has, until another application is selected.</summary>
    internal void Protect(ReadOnlySpan<byte> key)
    {
        Unprotect();
        _secure = new SecureMessagingChannel(_plainChannel, key);
        _channel = _secure;
    }

    private void Unprotect()
    {
        _secure?.Dispose();
        _secure = null;
        _channel = _plainChannel;
    }

    private Memory<byte> Answer => _scratch.Memory[LongestCommand..];

    /// <summary>Writes a command into the session's own buffer, which every exchange zeroes.</summary>
    private ReadOnlyMemory<byte> Compose(CommandApdu command)
    {
        command.TryWrite(_scratch.Span[..LongestCommand], out int written);
        return _scratch.Memory[..written];
    }

    /// <summary>Sends a command whose answer is a status word.</summary>
    private StatusWord Send(ReadOnlyMemory<byte> command)
    {
        try
        {
            return ResponseApdu.Of(Answer.Span, Exchange(command.Span, Answer.Span)).Status;
        }
        finally
        {
            Clear();
        }
    }

    private async ValueTask<StatusWord> SendAsync(ReadOnlyMemory<byte> command, CancellationToken cancellationToken)
    {
        try
        {
            int length = await ExchangeAsync(command, Answer, cancellationToken).ConfigureAwait(false);
            return ResponseApdu.Of(Answer.Span, length).Status;
        }
        finally
        {
            Clear();
        }
    }

    private ValueTask<StatusWord> SendAsync(ReadOnlyMemory<byte> command, bool synchronous, CancellationToken cancellationToken) =>
        synchronous ? new ValueTask<StatusWord>(Send(command)) : SendAsync(command, cancellationToken);

    /// <summary>Starts an exchange into the session's own answer buffer; whoever takes the answer clears it.</summary>
    private ValueTask<int> BeginAsync(ReadOnlyMemory<byte> command, CancellationToken cancellationToken)
    {
        try
        {
            return ExchangeAsync(command, Answer, cancellationToken);
        }
        catch
        {
            Clear();
            throw;
        }
    }

    private async ValueTask<int> EndAsync(ValueTask<int> exchange)
    {
        try
        {
            return await exchange.ConfigureAwait(false);
        }
        catch
        {
            Clear();
            throw;
        }
    }

    private int Begin(ReadOnlyMemory<byte> command)
    {
        try
        {
            return Exchange(command.Span, Answer.Span);
        }
        catch
        {
            Clear();
            throw;
        }
    }

    private StatusWord TakeStatus(int length)
    {
        try
        {
            return ResponseApdu.Of(Answer.Span, length).Status;
        }
        finally
        {
            Clear();
        }
    }

    /// <summary>One of the two exits to the channel.</summary>
    private int Exchange(ReadOnlySpan<byte> command, Span<byte> answer)
    {
        CheckState(command);
        return _channel.Transmit(command, answer);
    }

    /// <summary>The other exit to the channel.</summary>
    private ValueTask<int> ExchangeAsync(ReadOnlyMemory<byte> command, Memory<byte> answer, CancellationToken cancellationToken)
    {
        CheckState(command.Span);
        cancellationToken.ThrowIfCancellationRequested();
        return _channel.TransmitAsync(command, answer, cancellationToken);
    }

    private void CheckState(ReadOnlySpan<byte> command)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_isSelectionLost && !ProtectedCommand.IsSelectApplication(command))
        {
            throw new InvalidOperationException("An exchange with the card failed, and what is selected is not known; select an application again.");
        }
    }

    private void Clear() => CryptographicOperations.ZeroMemory(_scratch.Span);

    private byte[] NewBuffer(int length)
    {
        byte[] buffer = new byte[length];
        BufferMade?.Invoke(buffer);
        return buffer;
    }
}
