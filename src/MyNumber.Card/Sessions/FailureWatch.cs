using MyNumber.Card.Channels;

namespace MyNumber.Card.Sessions;

/// <summary>Tells when an exchange failed below the APDU: with an exception, or with an answer that holds no status word. What is selected is not known from then on,
/// because the card may have been reset. A cancellation is no failure: the command was not sent.</summary>
internal sealed class FailureWatch(ICardChannel inner, Action failed) : ICardChannel
{
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        try
        {
            return Checked(inner.Transmit(command, response), response.Length);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            failed();
            throw;
        }
    }

    public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default)
    {
        try
        {
            ValueTask<int> pending = inner.TransmitAsync(command, response, cancellationToken);
            return pending.IsCompletedSuccessfully
                ? new ValueTask<int>(Checked(pending.Result, response.Length))
                : AwaitedAsync(pending, response.Length);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            failed();
            throw;
        }
    }

    private async ValueTask<int> AwaitedAsync(ValueTask<int> pending, int room)
    {
        try
        {
            return Checked(await pending.ConfigureAwait(false), room);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            failed();
            throw;
        }
    }

    private int Checked(int length, int room)
    {
        if (length < 2 || length > room)
        {
            failed();
        }

        return length;
    }
}
