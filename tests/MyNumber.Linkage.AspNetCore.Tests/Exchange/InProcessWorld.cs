using System.Collections.Concurrent;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Messages;
using MyNumber.Testing;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.AspNetCore.Tests.Exchange;

/// <summary>Lines in process.</summary>
internal sealed class InProcessWorld : IExchangeWorld
{
    private readonly ConcurrentDictionary<AgencyId, bool> _stopped = new();

    public LinkageLab Lab { get; private set; } = null!;

    public ManualTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public static async Task<IExchangeWorld> StartAsync()
    {
        InProcessWorld world = new();
        world.Lab = await LinkageLab.StartAsync(ChildAllowance.CreateNetwork(people: 1), new LinkageLabOptions
        {
            Clock = world.Clock,
            ProviderLine = (agency, line) => new Line(line, () => world._stopped.ContainsKey(agency)),
        });
        return world;
    }

    public ICoreLine LineOf(AgencyId agency) => Lab.Core.Exchange.LineOf(agency);

    public Task StopAsync(AgencyId agency)
    {
        _stopped[agency] = true;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Lab.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class Line(IProviderLine inner, Func<bool> isStopped) : IProviderLine
    {
        public ValueTask<ProvisionReply?> ProvideAsync(ProvisionRequest request, CancellationToken cancellationToken = default) =>
            isStopped() ? throw new IOException("The provider is down.") : inner.ProvideAsync(request, cancellationToken);
    }
}
