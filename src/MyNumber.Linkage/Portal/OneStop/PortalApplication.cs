using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>A person's application as the portal keeps it.</summary>
/// <remarks>Immutable.</remarks>
public sealed record PortalApplication
{
    /// <summary>Its name.</summary>
    public required PortalApplicationId Id { get; init; }

    /// <summary>The procedure.</summary>
    public required ProcedureId Procedure { get; init; }

    /// <summary>How far it is.</summary>
    public required ApplicationState State { get; init; }

    /// <summary>The fields, in the order of the form.</summary>
    public required ImmutableArray<FilledField> Fields { get; init; }

    /// <summary>The questions that fill fields.</summary>
    public ImmutableArray<Prefill> Prefills { get; init; } = [];

    /// <summary>When it was confirmed.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Whether a delegate confirmed it.</summary>
    public bool IsByDelegate { get; init; }

    /// <summary>One for each receiver, from the confirmation on.</summary>
    public ImmutableArray<Submission> Submissions { get; init; } = [];
}
