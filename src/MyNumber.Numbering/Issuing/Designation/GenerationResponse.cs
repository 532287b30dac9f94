using System.Diagnostics;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Issuing.Designation;

/// <summary>J-LIS's answer (通知): the issue, or why there is none.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows no number.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class GenerationResponse
{
    internal GenerationResponse(GenerationRefusal refusal) => Refusal = refusal;

    internal GenerationResponse(NumberIssue issue, bool isRepeated)
    {
        Issue = issue;
        IsRepeated = isRepeated;
    }

    /// <summary>Why no number was made; none when there is one.</summary>
    public GenerationRefusal Refusal { get; }

    /// <summary>Whether there is a number.</summary>
    public bool IsMade => Refusal == GenerationRefusal.None;

    /// <summary>Whether this answer was given before to the same request.</summary>
    public bool IsRepeated { get; }

    /// <summary>The issue; empty when refused.</summary>
    public NumberIssue Issue { get; }

    /// <summary>Made, repeated or the refusal.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"GenerationResponse({(IsMade ? IsRepeated ? "repeated" : "made" : Refusal.ToString())})";
}
