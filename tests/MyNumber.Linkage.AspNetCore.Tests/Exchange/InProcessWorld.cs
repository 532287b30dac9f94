using System.Collections.Concurrent;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Core;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;
using MyNumber.Testing;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.AspNetCore.Tests.Exchange;

/// <summary>Lines in process.</summary>
internal sealed class InProcessWorld : IExchangeWorld
{
    private readonly ConcurrentDictionary<AgencyId, bool> _stopped = new();

    public LinkageLab Lab { get; private set; } = null!;

    public LabPortal Portal { get; private set; } = null!;

    public ManualTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public static async Task<IExchangeWorld> StartAsync()
    {
        InProcessWorld world = new();
        world.Lab = await LinkageLab.StartAsync(ChildAllowance.CreateNetwork(people: 1), new LinkageLabOptions
        {
            Clock = world.Clock,
            ProviderLine = (agency, line) => new Line(line, () => world._stopped.ContainsKey(agency)),
        });
        world.Portal = LabParts.OpenPortal(world.Lab, world.Clock);
        return world;
    }

    public ICoreLine LineOf(AgencyId agency) => Lab.Core.Exchange.LineOf(agency);

    public IDeliveryLine DeliveryLineOf(AgencyId agency) => Lab.Core.Deliveries.LineOf(agency);

    public IRecordLine RecordLineOf(AgencyId agency) => Lab.Core.Records.LineOf(agency);

    public IAgencyDoor DoorOf(AgencyId agency) => Lab.Core.DoorOf(agency);

    public IDaySource DaySourceOf(AgencyId caller, LogOwner owner, RecordScope scope) => LabParts.DayDeskOf(Lab, owner).SourceOf(caller, scope) ?? throw new IOException("Refused.");

    public IHeadLine HeadLineOf(AgencyId caller, LogOwner owner) => LabParts.HeadLineOf(Lab, owner);

    public Task StopAsync(AgencyId agency)
    {
        _stopped[agency] = true;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Portal.Dispose();
        Lab.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class Line(IProviderLine inner, Func<bool> isStopped) : IProviderLine
    {
        public ValueTask<ProvisionReply?> ProvideAsync(ProvisionRequest request, CancellationToken cancellationToken = default) =>
            isStopped() ? throw new IOException("The provider is down.") : inner.ProvideAsync(request, cancellationToken);
    }
}
