using MyNumber.Card.Channels;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Native;
using MyNumber.Card.Pcsc.Threading;

namespace MyNumber.Card.Pcsc;

/// <summary>A card connected over PC/SC, in shared mode.</summary>
/// <remarks>
/// <para>Thread safe: commands, transactions and <see cref="Dispose"/> exclude each other. <see cref="Transmit"/> runs on the calling thread, because its buffers may lie on
/// that thread's stack; <see cref="TransmitAsync"/> runs on a thread of the connection's own, never on one of the pool. Neither copies a buffer or allocates for a command.</para>
/// <para>A card that was reset by others answers <see cref="PcscCause.CardReset"/> once. The connection is joined to the card again by then and stays usable, but the
/// selected application and all verified PINs are gone. A card that left makes every later call a <see cref="CardRemovedException"/>, even when it comes back.</para>
/// </remarks>
public sealed class PcscConnection : ICardConnection
{
    private const int ResetsWhileJoining = 3;
    private readonly Lock _gate = new();
    private readonly WorkerThread _thread;
    private readonly ContextHandle _context;
    private CardHandle _card;
    private TransmitWork? _spare;
    private int _transactions;
    private bool _isAdrift;
    private bool _isRemoved;
    private bool _isDisposed;

    internal PcscConnection(string reader, ContextHandle context, CardHandle card, WorkerThread thread)
    {
        ReaderName = reader;
        _context = context;
        _card = card;
        _thread = thread;
    }

    /// <summary>The name of the reader.</summary>
    public string ReaderName { get; }

    /// <summary>The protocol that reader and card agreed on.</summary>
    public PcscProtocol Protocol => (PcscProtocol)_card.Protocol;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> AnswerToReset { get; private set; }

    /// <inheritdoc/>
    /// <remarks>Errors of PC/SC are a <see cref="PcscException"/>. Waits while another program is in a transaction, unless this connection is in one. No command is sent twice; the
    /// first one, if the service refused it for want of a protocol before the card saw it, is given to the service again when the card has power.</remarks>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        lock (_gate)
        {
            ThrowIfClosed();
            BeSureOfPower();
            uint code = _card.Transmit(command, response, out int length);
            if (code == PcscCodes.ProtocolMismatch)
            {
                code = SendAgain(command, response, out length);
            }

            Check(code == PcscCodes.Success && length < 2 ? PcscCodes.CommunicationError : code);
            return length;
        }
    }

    /// <inheritdoc/>
    /// <remarks>As <see cref="Transmit"/>, in the order of the calls.</remarks>
    public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        TransmitWork work = Interlocked.Exchange(ref _spare, null) ?? new TransmitWork(this);
        ValueTask<int> outcome = work.Prepare(command, response, cancellationToken);
        return _thread.TryPost(work) ? outcome : ValueTask.FromException<int>(Closed());
    }

    /// <summary>Keeps other programs off the card until the transaction is disposed; waits without limit while another program does so.</summary>
    /// <returns>The transaction.</returns>
    /// <exception cref="CardRemovedException">The card is not there any more.</exception>
    /// <exception cref="PcscException">The card was reset, or the service failed.</exception>
    /// <exception cref="CardException">The connection is closed.</exception>
    public PcscTransaction BeginTransaction()
    {
        lock (_gate)
        {
            ThrowIfClosed();
            ThrowIfAdrift();
            if (_transactions == 0)
            {
                Check(_card.BeginTransaction());
            }

            _transactions++;
            return new PcscTransaction(this);
        }
    }

    /// <summary>As <see cref="BeginTransaction"/>, on the connection's own thread.</summary>
    /// <param name="cancellationToken">Ends the wait of the caller. The connection is not free before the other program is done; it lets go of the card at once then.</param>
    /// <returns>The transaction.</returns>
    /// <exception cref="CardRemovedException">The card is not there any more.</exception>
    /// <exception cref="PcscException">The card was reset, or the service failed.</exception>
    /// <exception cref="CardException">The connection is closed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task<PcscTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) =>
        ThreadCall<PcscTransaction>.RunAsync(_thread, BeginTransaction, static late => late.Dispose(), cancellationToken);

    /// <summary>Powers the card down and lets go of it, after the command that is under way. A second call does nothing; commands that wait are refused. Throws nothing.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _card.Dispose();
            _context.Dispose();
        }

        _thread.Close();
    }

    /// <summary>Whether the service has let this connection keep others out. Thread safe.</summary>
    internal bool IsInTransaction => _card.IsInTransaction;

    /// <summary>The first transaction. Resets up to then took nothing from the caller, so they are not told.</summary>
    internal void Join()
    {
        uint code = _card.BeginTransaction();
        for (int reset = 0; reset < ResetsWhileJoining && IsReset(code); reset++)
        {
            code = Rejoin();
            code = code == PcscCodes.Success ? _card.BeginTransaction() : code;
        }

        PcscFailure.ThrowIfFailed(code);
        _transactions = 1;
    }

    internal void ReadAnswerToReset() => AnswerToReset = _context.ReadState(ReaderName).AnswerToReset;

    /// <summary>Lets go of a card that nobody waits for any more; no command was sent, so nothing is unlocked and others keep their state.</summary>
    internal void Abandon()
    {
        lock (_gate)
        {
            _card.Leave();
        }

        Dispose();
    }

    internal void EndTransaction()
    {
        lock (_gate)
        {
            if (!_isDisposed && --_transactions == 0 && !_isAdrift && IsReset(_card.EndTransaction()))
            {
                // The service does not end the transaction of a stale handle, and the next command may be far away.
                _card.Leave();
                _isAdrift = true;
            }
        }
    }

    internal void Keep(TransmitWork work) => _spare = work;

    /// <summary>The first command of a handle outside a transaction takes one for a moment, for what <see cref="CardHandle.BeginTransaction"/> does then.</summary>
    private void BeSureOfPower()
    {
        ThrowIfAdrift();
        if (!_card.IsPowerSure)
        {
            Check(_card.BeginTransaction());
            Check(_card.EndTransaction());
        }
    }

    /// <summary>After the service refused a command for want of a protocol: the end of another program's power-down came late. The card has not seen the command.</summary>
    /// <returns>The code of the second attempt; that of a reset when there was an answer before, because its state is gone.</returns>
    private uint SendAgain(ReadOnlySpan<byte> command, Span<byte> response, out int length)
    {
        length = 0;
        uint code = _card.HasAnswered || _transactions == 0 ? PcscCodes.ResetCard : _card.EnsurePower();
        return code == PcscCodes.Success ? _card.Transmit(command, response, out length) : code;
    }

    private void Check(uint code)
    {
        code = IsReset(code) ? Recover() : code;
        if (code != PcscCodes.Success)
        {
            bool isGone = PcscErrors.Of(code).Cause == PcscCause.CommunicationFailed && _context.IsEmpty(ReaderName);
            CardException failure = PcscFailure.Of(isGone ? PcscCodes.RemovedCard : code);
            _isRemoved = failure is CardRemovedException;
            throw failure;
        }
    }

    /// <summary>Joins the card again after a reset, in a transaction if the caller has one.</summary>
    /// <returns>That the card was reset, or why it cannot be joined.</returns>
    private uint Recover()
    {
        uint code = Rejoin();
        code = code == PcscCodes.Success && _transactions > 0 ? _card.BeginTransaction() : code;
        _isAdrift = code != PcscCodes.Success;
        return _isAdrift ? code : PcscCodes.ResetCard;
    }

    /// <summary>A fresh handle for the one that is stale. Reconnecting the old one would not do: pcsc-lite leaves a card without power that others powered down.</summary>
    /// <remarks>The stale one goes first: it may still be in a transaction, and pcsc-lite connects nobody before that ends.</remarks>
    private uint Rejoin()
    {
        _card.Leave();
        uint code = CardHandle.Connect(_context, ReaderName, out CardHandle fresh);
        _card = code == PcscCodes.Success ? fresh : _card;
        return code;
    }

    private void ThrowIfClosed()
    {
        if (_isDisposed)
        {
            throw Closed();
        }

        if (_isRemoved)
        {
            throw new CardRemovedException();
        }
    }

    /// <summary>A connection without a fresh handle, or whose fresh handle did not get back the transaction that its caller counts on, serves nobody before it has both.</summary>
    private void ThrowIfAdrift()
    {
        if (_isAdrift)
        {
            Check(PcscCodes.ResetCard);
        }
    }

    private static bool IsReset(uint code) => code is PcscCodes.ResetCard or PcscCodes.UnpoweredCard;

    private static CardException Closed() => new("The connection is closed.");
}
