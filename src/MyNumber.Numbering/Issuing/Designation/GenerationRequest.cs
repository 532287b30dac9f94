using System.Diagnostics;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Issuing.Designation;

/// <summary>What a mayor sends to J-LIS to have a number made (番号法8条1項): the resident record code and why.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows the reason only.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class GenerationRequest
{
    /// <summary>Name of the request; sending the same request again gives the same answer.</summary>
    public required Guid Id { get; init; }

    /// <summary>The municipality whose mayor asks.</summary>
    public required LocalGovernmentCode Municipality { get; init; }

    /// <summary>The person's present resident record code.</summary>
    public required ResidentRecordCode Code { get; init; }

    /// <summary>Every code that the person bore before, if any, a hundred at most: a change of code changes no number.</summary>
    /// <remarks>The mayor must name all of them. They are the only sign that a person who has a number from a former code has one; nothing else ties codes together here.</remarks>
    public IReadOnlyList<ResidentRecordCode> FormerCodes { get; init; } = [];

    /// <summary>Why.</summary>
    public required IssueReason Reason { get; init; }

    /// <summary>The number to be replaced when the reason is a leak; else empty.</summary>
    public IndividualNumber Replaces { get; init; }

    /// <summary>The reason only.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"GenerationRequest({Reason})";
}
