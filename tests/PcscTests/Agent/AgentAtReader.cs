using CardAgent.Cards;
using CardAgentTests.Lab;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Readers;
using MyNumber.PcscTests.Harness;

namespace MyNumber.PcscTests.Agent;

/// <summary>The card agent over PC/SC: it holds the first reader of pcscd, and its world's card is at hand to be put in.</summary>
internal sealed class AgentAtReader : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private readonly VirtualReader _reader = new(VpcdAddress.FirstSlot);
    private readonly EmulatedCard _card;
    private readonly Task _run;

    private AgentAtReader(RunningAgent agent)
    {
        Agent = agent;
        _card = agent.World.Holder.Reader.Remove()!;
        _run = _reader.RunAsync(_stop.Token);
    }

    public RunningAgent Agent { get; }

    /// <summary>Has the daemon running, and an agent at its empty reader.</summary>
    public static async Task<AgentAtReader> StartAsync(PcscDaemon daemon, EmulatedCardOptions? card = null)
    {
        daemon.Require();
        ReaderStatus.WaitForCard(PcscDaemon.FirstReader, present: false);
        return new AgentAtReader(await RunningAgent.StartAsync(world => ReaderHolder.Find(PcscDaemon.FirstReader, world.Clock).ShouldNotBeNull(), card: card));
    }

    /// <summary>As <see cref="StartAsync"/>, with the card in the reader.</summary>
    public static async Task<AgentAtReader> StartWithCardAsync(PcscDaemon daemon, EmulatedCardOptions? card = null)
    {
        AgentAtReader agent = await StartAsync(daemon, card);
        await agent.InsertAsync();
        return agent;
    }

    /// <summary>Puts the card in, and returns when pcscd tells that it is there.</summary>
    public async Task InsertAsync()
    {
        _reader.Insert(_card);
        await WaitAsync();
    }

    /// <summary>Returns when pcscd tells that the card is there.</summary>
    public async Task WaitAsync()
    {
        await _reader.WaitForAttachedAsync().WaitAsync(Patience);
        ReaderStatus.WaitForCard(PcscDaemon.FirstReader, present: true);
    }

    /// <summary>Takes the card out and does not wait.</summary>
    public void TearOut() => _reader.Remove();

    /// <summary>Takes the card out, and returns when pcscd tells that it is gone.</summary>
    public void Remove()
    {
        TearOut();
        ReaderStatus.WaitForCard(PcscDaemon.FirstReader, present: false);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run.WaitAsync(Patience);
        _stop.Dispose();
        await Agent.DisposeAsync();
    }
}
