using System.CommandLine;

namespace MyNumber.Cli.Contract;

/// <summary>A word that only leads to verbs.</summary>
internal sealed class VerbGroup(string name, string description, IReadOnlyList<IVerb> verbs) : IVerb
{
    public IReadOnlyList<IVerb> Verbs => verbs;

    public Command Describe() => new(name, description);

    public ExitCode Run(ParseResult parsed, VerbContext context) =>
        context.Report.Fail(ExitCode.Usage, [$"No verb was given. See mynumber {name} --help."]);
}
