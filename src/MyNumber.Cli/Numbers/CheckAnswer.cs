using MyNumber.Numbering;

namespace MyNumber.Cli.Numbers;

/// <summary>The answer about one value. The value is not in it.</summary>
/// <param name="Outcome">What can be said.</param>
/// <param name="Fault">Why it is invalid, or none.</param>
internal sealed record CheckAnswer(CheckOutcome Outcome, NumberFault Fault)
{
    /// <summary>What should be known beside the outcome; codes of <see cref="NumberWords"/>.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the number says about its holder or issuer: names for programs and values, none of them the number.</summary>
    public IReadOnlyList<(string Name, string Value)> Details { get; init; } = [];

    public static CheckAnswer Of(NumberFault fault, CheckOutcome good) => new(fault == NumberFault.None ? good : CheckOutcome.Invalid, fault);
}
