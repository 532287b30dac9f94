using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
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

    /// <summary>Takes a body's server off the network.</summary>
    Task StopAsync(AgencyId agency);
}
