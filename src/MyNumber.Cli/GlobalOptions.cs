using System.CommandLine;

namespace MyNumber.Cli;

/// <summary>The options that the tool itself has; <c>--json</c> is good for every verb.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Answers and errors as one JSON object on a line.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON, one object on a line.", Recursive = true };

    /// <summary>Only at the root.</summary>
    public Option<bool> Version { get; } = new("--version") { Description = "Show the version." };
}
