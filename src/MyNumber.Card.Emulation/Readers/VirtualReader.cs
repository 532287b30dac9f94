using System.Net.Sockets;

namespace MyNumber.Card.Emulation.Readers;

/// <summary>Puts an <see cref="EmulatedCard"/> into a virtual reader of pcscd, so that every PC/SC program takes it for a card. A client of vpcd (vsmartcard).</summary>
/// <remarks>
/// <para>While <see cref="RunAsync"/> runs and a card is in, it keeps a connection to the driver. Where nobody listens, or the daemon goes away, it tries again after
/// 50 ms, doubling up to 1 s. The card has no power then; a daemon that returns finds it with its PINs closed and its counters as they were.</para>
/// <para>One reader serves one slot; several readers with a card each work side by side. Thread safe. The reader does not own the card.</para>
/// <para>A message that is none of vpcd's does no harm: an unknown control is not answered, and what is no command APDU gets a status word. An answer that
/// would not fit the driver's 65,535 bytes, and a command to a card without power, are answered 6F00.</para>
/// <para>A connection has one thread that does nothing else and allocates nothing per message. Commands and answers are zeroed after use: each when the next message is awaited or the answer is sent,
/// all of them when the connection ends, in the middle of a message too.</para>
/// </remarks>
public sealed class VirtualReader
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly VirtualSlot _slot = new();
    private readonly TimeProvider _clock;
    private int _running;

    /// <summary>Makes a reader without a card; nothing is connected yet.</summary>
    /// <param name="address">The slot.</param>
    /// <param name="clock">Measures the pauses between attempts; the system's otherwise.</param>
    /// <exception cref="ArgumentNullException"><paramref name="address"/> is null.</exception>
    public VirtualReader(VpcdAddress address, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        Address = address;
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>The slot.</summary>
    public VpcdAddress Address { get; }

    /// <summary>Whether the driver has seen the card: it has asked for the answer to reset on the present connection, and got it.</summary>
    public bool IsAttached => State == VirtualReaderState.Attached;

    /// <summary>How far it is with the driver.</summary>
    public VirtualReaderState State => _slot.State;

    /// <summary>Puts a card in. The driver sees it at its next look, within about 400 ms.</summary>
    /// <param name="card">A card that is in no reader.</param>
    /// <exception cref="ArgumentNullException"><paramref name="card"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The reader holds a card, or the card is in a reader.</exception>
    public void Insert(EmulatedCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        _slot.Insert(card);
    }

    /// <summary>Takes the card out, in the middle of a session too, and hangs up. Without a card nothing happens.</summary>
    /// <returns>The card that was in the reader, if any; no command reaches it any more, and it has no power.</returns>
    public EmulatedCard? Remove() => _slot.Remove();

    /// <summary>Connects and serves until it is cancelled. The card stays in the reader and loses its power.</summary>
    /// <param name="cancellationToken">Ends the run; the task then ends without an exception.</param>
    /// <returns>Ends when cancelled.</returns>
    /// <exception cref="InvalidOperationException">The reader is running already.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _running, 1) == 1)
        {
            throw new InvalidOperationException("The reader is running already.");
        }

        try
        {
            using CancellationTokenRegistration hangUp = cancellationToken.Register(() => _slot.HangUp(VirtualReaderState.Disconnected));
            await RunUntilCancelledAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }

    /// <summary>Waits until <see cref="IsAttached"/> is as wanted.</summary>
    /// <param name="attached">What to wait for.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Ends when it is so.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task WaitForAttachedAsync(bool attached = true, CancellationToken cancellationToken = default)
    {
        Task next = _slot.Change.Next;
        while (IsAttached != attached)
        {
            await next.WaitAsync(cancellationToken).ConfigureAwait(false);
            next = _slot.Change.Next;
        }
    }

    /// <summary>Waits until <see cref="State"/> is another one. States that last for a moment may be passed over.</summary>
    /// <param name="state">The state that was seen.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The state now; at once when it is another one already.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<VirtualReaderState> WaitForChangeAsync(VirtualReaderState state, CancellationToken cancellationToken = default)
    {
        Task next = _slot.Change.Next;
        VirtualReaderState now;
        while ((now = State) == state)
        {
            await next.WaitAsync(cancellationToken).ConfigureAwait(false);
            next = _slot.Change.Next;
        }

        return now;
    }

    private async Task RunUntilCancelledAsync(CancellationToken cancellationToken)
    {
        TimeSpan pause = FirstPause;
        while (true)
        {
            await WaitForCardAsync(cancellationToken).ConfigureAwait(false);
            bool seen = await Task.Factory.StartNew(
                () => Serve(cancellationToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
            pause = seen ? FirstPause : pause;
            if (_slot.HasCard)
            {
                await Task.Delay(pause, _clock, cancellationToken).ConfigureAwait(false);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private async Task WaitForCardAsync(CancellationToken cancellationToken)
    {
        Task next = _slot.Change.Next;
        while (!_slot.HasCard)
        {
            await next.WaitAsync(cancellationToken).ConfigureAwait(false);
            next = _slot.Change.Next;
        }
    }

    /// <summary>One connection, from the attempt to its end; tells whether the driver saw the card on it.</summary>
    private bool Serve(CancellationToken cancellationToken)
    {
        bool seen = false, reached = false;
        VirtualReaderState after = VirtualReaderState.Disconnected;
        try
        {
            using VpcdConnection connection = new();
            if (!_slot.TryBegin(connection))
            {
                return false;
            }

            // A cancellation before TryBegin has found no connection to end.
            cancellationToken.ThrowIfCancellationRequested();
            connection.Connect(Address);
            reached = true;
            _slot.NoteConnected(connection);
            while (TryServeOne(connection, ref seen))
            {
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Nobody listens, the daemon went away, or the card was taken out: each ends this connection and nothing else.
            after = reached || cancellationToken.IsCancellationRequested ? VirtualReaderState.Disconnected : VirtualReaderState.Unreachable;
        }
        finally
        {
            _slot.HangUp(after);
        }

        return seen;
    }

    private bool TryServeOne(VpcdConnection connection, ref bool seen)
    {
        if (!connection.TryReceive(out ReadOnlySpan<byte> message) || !_slot.TryAnswer(connection, message, out int length))
        {
            return false;
        }

        if (length != VpcdCard.Silence)
        {
            connection.Send(length);
        }

        if (VpcdCard.IsPresenceQuestion(message))
        {
            _slot.TryAttach(connection);
            seen = true;
        }

        return true;
    }
}
