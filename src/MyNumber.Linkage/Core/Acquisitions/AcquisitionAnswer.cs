using System.Diagnostics;
using MyNumber.Linkage.Codes;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Core.Acquisitions;

/// <summary>The answer to a step of an acquisition.</summary>
/// <remarks><see cref="ToString"/> shows no code.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct AcquisitionAnswer
{
    private readonly IReadOnlyList<PersonAttribute>? _fields;

    internal AcquisitionAnswer(AcquisitionOutcome outcome, Acquisition? acquisition = null, bool withCode = false)
    {
        Outcome = outcome;
        State = acquisition?.State ?? AcquisitionState.None;
        Code = withCode && acquisition is not null ? acquisition.Code : default;
        _fields = acquisition?.Fields;
    }

    internal AcquisitionAnswer(AcquisitionOutcome outcome, AcquisitionState state, AgencyCode code, IReadOnlyList<PersonAttribute> fields) =>
        (Outcome, State, Code, _fields) = (outcome, state, code, fields);

    /// <summary>What became of the step.</summary>
    public AcquisitionOutcome Outcome { get; }

    /// <summary>How far the acquisition is.</summary>
    public AcquisitionState State { get; }

    /// <summary>The agency's own code when it is collected, else empty.</summary>
    public AgencyCode Code { get; }

    /// <summary>The attributes that are not the same, by name.</summary>
    public IReadOnlyList<PersonAttribute> Fields => _fields ?? [];

    /// <summary>Outcome and state; no code.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Outcome}, {State}";
}
