using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Native;
using MyNumber.Card.Pcsc.Threading;

namespace MyNumber.Card.Pcsc;

/// <summary>One attempt to connect, which knows how far it has come when somebody does not want to wait for it any longer.</summary>
internal sealed class ConnectAttempt(IPcscNative native, string reader, bool holdTransaction, WorkerThread thread)
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(2);
    private volatile PcscConnection? _connection;

    /// <summary>Whether the card is ours, so that nobody else is waited for and a reader in use says nothing.</summary>
    private bool HasCard => _connection is { } connection && (!holdTransaction || connection.IsInTransaction);

    /// <summary>Connects, in a transaction if wanted; on the connection's own thread.</summary>
    /// <exception cref="CardException">The card cannot be connected; nothing stays open.</exception>
    public PcscConnection Open()
    {
        ContextHandle context = ContextHandle.Establish(native);
        PcscConnection? connection = null;
        try
        {
            PcscFailure.ThrowIfFailed(CardHandle.Connect(context, reader, out CardHandle card));
            _connection = connection = new PcscConnection(reader, context, card, thread);
            if (holdTransaction)
            {
                connection.Join();
            }

            connection.ReadAnswerToReset();
            return connection;
        }
        catch
        {
            connection?.Dispose();
            context.Dispose();
            thread.Close();
            throw;
        }
    }

    /// <summary>Why the time is over: others use the card, or the service, the driver or the card is slow.</summary>
    /// <exception cref="PcscException">The service answers that it cannot tell, as when it has ended.</exception>
    public PcscException Overdue()
    {
        WorkerThread asking = NewThread();
        try
        {
            return Reason(ThreadCall<bool>.Run(asking, IsInUse, Nothing, AnswerTime));
        }
        catch (TimeoutException)
        {
            return Reason(isInUse: false);
        }
        finally
        {
            asking.Close();
        }
    }

    /// <summary>As <see cref="Overdue"/>, without keeping the calling thread.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<PcscException> OverdueAsync(TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        WorkerThread asking = NewThread();
        using CancellationTokenSource limit = new(AnswerTime, timeProvider);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return Reason(await ThreadCall<bool>.RunAsync(asking, IsInUse, Nothing, either.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Reason(isInUse: false);
        }
        finally
        {
            asking.Close();
        }
    }

    private static void Nothing(bool answer)
    {
    }

    private static PcscException Reason(bool isInUse) => new(PcscErrors.Of(isInUse ? PcscCodes.SharingViolation : PcscCodes.Timeout));

    /// <summary>A thread of its own: the service that has kept one waiting may well keep the next.</summary>
    private WorkerThread NewThread() => new($"PC/SC {reader}?");

    private bool IsInUse()
    {
        using ContextHandle context = ContextHandle.Establish(native);
        return context.ReadState(reader).Is(PcscConstants.StateInUse | PcscConstants.StateExclusive) && !HasCard;
    }
}
