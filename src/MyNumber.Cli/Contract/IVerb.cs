using System.CommandLine;

namespace MyNumber.Cli.Contract;

/// <summary>One verb of the tool: its shape and what it does.</summary>
internal interface IVerb
{
    /// <summary>The command with its own options and arguments, without an action.</summary>
    Command Describe();

    /// <summary>Does the work; speaks through the report only.</summary>
    ExitCode Run(ParseResult parsed, CliReport report);
}
