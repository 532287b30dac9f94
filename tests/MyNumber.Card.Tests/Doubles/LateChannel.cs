using MyNumber.Card.Channels;

namespace MyNumber.Card.Tests.Doubles;

/// <summary>A card that answers an asynchronous command when the test says so.</summary>
internal sealed class LateChannel : ICardConnection
{
    private TaskCompletionSource<int>? _pending;
    private Memory<byte> _response;

    public ReadOnlyMemory<byte> AnswerToReset => default;

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response) => throw new CardException("Only later.");

    public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default)
    {
        _response = response;
        _pending = new TaskCompletionSource<int>();
        return new ValueTask<int>(_pending.Task);
    }

    public void Release(string answer)
    {
        byte[] bytes = ScriptedChannel.Hex(answer);
        bytes.CopyTo(_response);
        _pending!.SetResult(bytes.Length);
    }

    public void Fail(Exception cause) => _pending!.SetException(cause);

    public void Dispose()
    {
    }
}
