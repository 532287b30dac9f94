using System.Threading.Tasks.Sources;
using MyNumber.Card.Pcsc.Threading;

namespace MyNumber.Card.Pcsc;

/// <summary>One command on its way to the connection's thread. A connection uses it again and again, so that a command costs no memory.</summary>
internal sealed class TransmitWork(PcscConnection connection) : IThreadWork, IValueTaskSource<int>
{
    // Continuations run elsewhere: the caller's code must not hold the connection's thread.
    private ManualResetValueTaskSourceCore<int> _core = new() { RunContinuationsAsynchronously = true };
    private ReadOnlyMemory<byte> _command;
    private Memory<byte> _response;
    private CancellationToken _cancellationToken;

    public ValueTask<int> Prepare(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken)
    {
        _command = command;
        _response = response;
        _cancellationToken = cancellationToken;
        return new ValueTask<int>(this, _core.Version);
    }

    public void Run()
    {
        try
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _core.SetResult(connection.Transmit(_command.Span, _response.Span));
        }
        catch (Exception e)
        {
            _core.SetException(e);
        }
    }

    public int GetResult(short token)
    {
        try
        {
            return _core.GetResult(token);
        }
        finally
        {
            _command = default;
            _response = default;
            _cancellationToken = default;
            _core.Reset();
            connection.Keep(this);
        }
    }

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
