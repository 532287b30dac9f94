using System.Diagnostics;
using System.Security.Cryptography;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>What was sent and answered, byte by byte, PINs and personal values included: it stays in memory, and only <see cref="Transcript.Redact"/> makes something to keep of it.</summary>
/// <remarks>Thread safe. <see cref="Dispose"/> zeroes all of it; what is recorded after that is thrown away.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class Recording : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<RecordedExchange> _exchanges = [];
    private bool _disposed;

    /// <summary>Commands and connections so far.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _exchanges.Count;
            }
        }
    }

    /// <summary>Zeroes and forgets everything.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            foreach (RecordedExchange exchange in _exchanges)
            {
                CryptographicOperations.ZeroMemory(exchange.Command);
                CryptographicOperations.ZeroMemory(exchange.Answer);
            }

            _exchanges.Clear();
        }
    }

    /// <summary>A mask; no byte is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "Recording(***)";

    internal IReadOnlyList<RecordedExchange> Snapshot()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return [.. _exchanges];
        }
    }

    internal void AddConnection(ReadOnlySpan<byte> answerToReset) => Add(new RecordedExchange(null, answerToReset.ToArray(), ExchangeEnd.Answered));

    internal void Add(ReadOnlySpan<byte> command, ReadOnlySpan<byte> answer, ExchangeEnd end)
    {
        byte[] copy = GC.AllocateUninitializedArray<byte>(command.Length, pinned: true);
        command.CopyTo(copy);
        Add(new RecordedExchange(copy, answer.ToArray(), end));
    }

    private void Add(RecordedExchange exchange)
    {
        lock (_gate)
        {
            if (!_disposed)
            {
                _exchanges.Add(exchange);
                return;
            }
        }

        CryptographicOperations.ZeroMemory(exchange.Command);
        CryptographicOperations.ZeroMemory(exchange.Answer);
    }
}
