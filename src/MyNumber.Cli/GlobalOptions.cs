using System.CommandLine;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli;

/// <summary>The options that the tool itself has; <c>--json</c> and <c>--lang</c> are good for every verb.</summary>
internal sealed class GlobalOptions
{
    public GlobalOptions() => Lang.AcceptOnlyFromAmong(Languages.Names);

    /// <summary>Answers and errors as one JSON object on a line.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON, one object on a line.", Recursive = true };

    /// <summary>The language of reasons.</summary>
    public Option<string?> Lang { get; } = new("--lang") { Description = "Language of the reasons: en or ja; without it that of the environment.", HelpName = "en|ja", Recursive = true };

    /// <summary>Only at the root.</summary>
    public Option<bool> Version { get; } = new("--version") { Description = "Show the version." };
}
