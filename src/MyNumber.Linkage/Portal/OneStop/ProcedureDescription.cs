using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>A procedure that a person does once for several bodies (ワンストップサービス): its form, from where it is filled, and who receives what.</summary>
/// <remarks>Immutable data of the user; <see cref="ProcedureCatalogue"/> checks it.</remarks>
public sealed record ProcedureDescription
{
    /// <summary>Most fields. The ceiling is ours.</summary>
    public const int MostFields = 256;

    /// <summary>The procedure; a notice may name it.</summary>
    public required ProcedureId Id { get; init; }

    /// <summary>The affair that the rules for applications name.</summary>
    public required AffairId Affair { get; init; }

    /// <summary>The procedure that the rules for self-information name.</summary>
    public required ProcedureId Prefill { get; init; }

    /// <summary>The fields.</summary>
    public required ImmutableArray<FormField> Fields { get; init; }

    /// <summary>Who receives it, one at least.</summary>
    public required ImmutableArray<FormReceiver> Receivers { get; init; }

    /// <summary>How long bodies may take to receive it.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(30);

    internal bool IsSound =>
        !Id.IsEmpty && !Affair.IsEmpty && !Prefill.IsEmpty && !Fields.IsDefaultOrEmpty && Fields.Length <= MostFields && !Receivers.IsDefaultOrEmpty && Lifetime > TimeSpan.Zero
        && Fields.All(entry => entry is { Id.IsEmpty: false }) && Fields.DistinctBy(entry => entry.Id).Count() == Fields.Length
        && Fields.All(entry => entry.Source is null or { Provider.IsEmpty: false, Set.IsEmpty: false, Item.IsEmpty: false })
        && Receivers.All(receiver => receiver is { Body.IsEmpty: false, Fields.IsDefaultOrEmpty: false } && receiver.Fields.All(id => Fields.Any(entry => entry.Id == id)))
        && Receivers.DistinctBy(receiver => receiver.Body).Count() == Receivers.Length;
}
