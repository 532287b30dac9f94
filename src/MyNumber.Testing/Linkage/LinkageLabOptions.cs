using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;

namespace MyNumber.Testing.Linkage;

/// <summary>How a <see cref="LinkageLab"/> is put together. Every default is fit for a first test.</summary>
public sealed record LinkageLabOptions
{
    /// <summary>The clock of everything; the real one unless set.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long a provider may take.</summary>
    public TimeSpan PermitLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The keys of the network; drawn afresh unless set.</summary>
    public LabKeys? Keys { get; init; }

    /// <summary>The core's stores.</summary>
    public LabCoreStores CoreStores { get; init; } = new();

    /// <summary>Each body's stores.</summary>
    public Func<AgencyId, LabBodyStores> BodyStores { get; init; } = _ => new LabBodyStores();

    /// <summary>Puts something into each body's line to the core, such as a fault or a real network.</summary>
    public Func<AgencyId, ICoreLine, ICoreLine> CoreLine { get; init; } = (_, line) => line;

    /// <summary>Puts something into the core's line to each body.</summary>
    public Func<AgencyId, IProviderLine, IProviderLine> ProviderLine { get; init; } = (_, line) => line;
}
