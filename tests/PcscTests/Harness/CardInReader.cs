using MyNumber.Card.Emulation.Readers;

namespace MyNumber.PcscTests.Harness;

/// <summary>A card in a virtual reader, seen by pcscd.</summary>
internal sealed class CardInReader : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly PcscDaemon _daemon;
    private readonly CancellationTokenSource _stop = new();
    private readonly string _name;
    private Task _run = Task.CompletedTask;
    private int _told;
    private int _mark;

    private CardInReader(PcscDaemon daemon, TestCard card, VpcdAddress address)
    {
        _daemon = daemon;
        _name = address == VpcdAddress.FirstSlot ? PcscDaemon.FirstReader : PcscDaemon.SecondReader;
        Card = card;
        Reader = new VirtualReader(address);
    }

    public TestCard Card { get; }

    public VirtualReader Reader { get; }

    /// <summary>Has the daemon running and an empty slot, puts the card in, and returns when pcscd tells that it is there.</summary>
    public static async Task<CardInReader> InsertAsync(PcscDaemon daemon, TestCard? card = null, VpcdAddress? address = null)
    {
        daemon.Require();
        CardInReader reader = new(daemon, card ?? new TestCard(), address ?? VpcdAddress.FirstSlot);
        ReaderStatus.WaitForCard(reader._name, present: false);
        reader.Reader.Insert(reader.Card.Card);
        reader._run = reader.Reader.RunAsync(reader._stop.Token);
        await reader.WaitAsync();
        reader.ForgetExchanges();
        return reader;
    }

    /// <summary>Returns when pcscd tells that the card is there.</summary>
    public async Task WaitAsync()
    {
        await Reader.WaitForAttachedAsync().WaitAsync(Patience);
        ReaderStatus.WaitForCard(_name, present: true);
    }

    /// <summary>Every command since the last call and its answer, as pcscd logged them.</summary>
    public Exchange[] TakeExchanges()
    {
        int count = Card.Commands - _told;
        _told += count;
        return _daemon.Exchanges(ref _mark, count);
    }

    public void ForgetExchanges()
    {
        _told = Card.Commands;
        _mark = _daemon.LogLength;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run.WaitAsync(Patience);
        _stop.Dispose();
        Card.Dispose();
    }
}
