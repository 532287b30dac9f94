using MyNumber.Card.Channels;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Native;
using MyNumber.Card.Pcsc.Threading;

namespace MyNumber.Card.Pcsc;

/// <summary>A card reader (カードリーダー) known to PC/SC. It is a name: a reader that was unplugged and comes back is the same one.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class PcscReader : ICardReader
{
    private readonly IPcscNative _native;
    private readonly TimeProvider _timeProvider;

    internal PcscReader(IPcscNative native, TimeProvider timeProvider, string name)
    {
        _native = native;
        _timeProvider = timeProvider;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Whether a card is in the reader now, answering or not.</summary>
    /// <exception cref="PcscException">The service cannot be asked, or does not know the reader.</exception>
    public bool IsCardPresent => ReadCardState() is not (PcscCardState.Absent or PcscCardState.ReaderUnavailable);

    /// <summary>Asks what is in the reader.</summary>
    /// <returns>The state now.</returns>
    /// <exception cref="PcscException">The service cannot be asked, or does not know the reader.</exception>
    public PcscCardState ReadCardState()
    {
        using ContextHandle context = ContextHandle.Establish(_native);
        WatchedReader state = context.ReadState(Name);
        return state.Is(PcscConstants.StateUnknown | PcscConstants.StateUnavailable) ? PcscCardState.ReaderUnavailable
            : !state.Is(PcscConstants.StatePresent) ? PcscCardState.Absent
            : state.Is(PcscConstants.StateMute) ? PcscCardState.Unresponsive
            : state.Is(PcscConstants.StateExclusive) ? PcscCardState.InExclusiveUse
            : PcscCardState.Present;
    }

    /// <summary>Powers the card up and connects to it in shared mode, in one transaction until the connection is disposed.</summary>
    /// <returns>The connection; the caller disposes it.</returns>
    /// <exception cref="CardRemovedException">No card is in the reader.</exception>
    /// <exception cref="PcscException">The card cannot be connected; <see cref="PcscCause.CardInUse"/> when another program did not let go of it in ten seconds,
    /// <see cref="PcscCause.TimedOut"/> when nobody else uses it.</exception>
    public ICardConnection Connect() => Connect(PcscConnectOptions.Default);

    /// <summary>As <see cref="Connect()"/>, with options. Keeps the calling thread while it waits, by the machine's own clock.</summary>
    /// <param name="options">The options.</param>
    /// <returns>The connection; the caller disposes it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="CardRemovedException">No card is in the reader.</exception>
    /// <exception cref="PcscException">The card cannot be connected; <see cref="PcscCause.CardInUse"/> when another program did not let go of it in time, <see cref="PcscCause.TimedOut"/> when nobody else uses it.</exception>
    public PcscConnection Connect(PcscConnectOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        WorkerThread thread = NewThread();
        ConnectAttempt attempt = NewAttempt(options, thread);
        try
        {
            return ThreadCall<PcscConnection>.Run(thread, attempt.Open, Abandon, options.WaitForOthers);
        }
        catch (TimeoutException)
        {
            thread.Close();
            throw attempt.Overdue();
        }
    }

    /// <summary>As <see cref="Connect(PcscConnectOptions)"/>, on the connection's own thread.</summary>
    /// <param name="options">The options; <see cref="PcscConnectOptions.Default"/> when null.</param>
    /// <param name="cancellationToken">Ends the wait at once. A card that is connected after that is let go of untouched.</param>
    /// <returns>The connection; the caller disposes it.</returns>
    /// <exception cref="CardRemovedException">No card is in the reader.</exception>
    /// <exception cref="PcscException">The card cannot be connected; <see cref="PcscCause.CardInUse"/> when another program did not let go of it in time, <see cref="PcscCause.TimedOut"/> when nobody else uses it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<PcscConnection> ConnectAsync(PcscConnectOptions? options = null, CancellationToken cancellationToken = default)
    {
        PcscConnectOptions chosen = options ?? PcscConnectOptions.Default;
        WorkerThread thread = NewThread();
        ConnectAttempt attempt = NewAttempt(chosen, thread);
        using CancellationTokenSource limit = new(chosen.WaitForOthers, _timeProvider);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await ThreadCall<PcscConnection>.RunAsync(thread, attempt.Open, Abandon, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            thread.Close();
            cancellationToken.ThrowIfCancellationRequested();
            throw await attempt.OverdueAsync(_timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The reader's name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    private static void Abandon(PcscConnection connection) => connection.Abandon();

    private WorkerThread NewThread() => new($"PC/SC {Name}");

    private ConnectAttempt NewAttempt(PcscConnectOptions options, WorkerThread thread) => new(_native, Name, options.HoldTransaction, thread);
}
