using System.CommandLine;

namespace MyNumber.Cli.Contract;

/// <summary>One verb of the tool: its shape and what it does, or a group with verbs below.</summary>
internal interface IVerb
{
    /// <summary>The verbs below; none for a verb that does something itself.</summary>
    IReadOnlyList<IVerb> Verbs => [];

    /// <summary>The command with its own options and arguments, without an action and without the verbs below.</summary>
    Command Describe();

    /// <summary>Does the work; speaks through the report only.</summary>
    ExitCode Run(ParseResult parsed, VerbContext context);
}
