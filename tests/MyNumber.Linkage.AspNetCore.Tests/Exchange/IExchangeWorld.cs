using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Core;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;
using MyNumber.Testing;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.AspNetCore.Tests.Exchange;

/// <summary>A running lab, whatever its lines go over.</summary>
internal interface IExchangeWorld : IAsyncDisposable
{
    LinkageLab Lab { get; }

    ManualTimeProvider Clock { get; }

    /// <summary>The line of a body to the core, as the body has it.</summary>
    ICoreLine LineOf(AgencyId agency);

    /// <summary>The portal, whose inbox the core reaches by this world's line.</summary>
    LabPortal Portal { get; }

    /// <summary>The line of a body to the core for notices and applications.</summary>
    IDeliveryLine DeliveryLineOf(AgencyId agency);

    /// <summary>The line of a body to the core for people's records.</summary>
    IRecordLine RecordLineOf(AgencyId agency);

    /// <summary>The door of a body to the core.</summary>
    IAgencyDoor DoorOf(AgencyId agency);

    /// <summary>A party's records of a scope as a caller gets them; empty is the core.</summary>
    IDaySource DaySourceOf(AgencyId caller, LogOwner owner, RecordScope scope);

    /// <summary>A party's heads as a caller gets them.</summary>
    IHeadLine HeadLineOf(AgencyId caller, LogOwner owner);

    /// <summary>Takes a body's server off the network.</summary>
    Task StopAsync(AgencyId agency);
}
