namespace MyNumber.Card.Pcsc;

/// <summary>Keeps other programs off the card until it is disposed.</summary>
/// <remarks>Ends with the connection at the latest. Transactions of one connection nest: the last one to be disposed lets others in. Thread safe.</remarks>
public sealed class PcscTransaction : IDisposable
{
    private PcscConnection? _connection;

    internal PcscTransaction(PcscConnection connection) => _connection = connection;

    /// <summary>Lets other programs to the card, which keeps its power and its verified PINs. A second call does nothing.</summary>
    public void Dispose() => Interlocked.Exchange(ref _connection, null)?.EndTransaction();
}
