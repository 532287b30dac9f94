using System.CommandLine;

namespace MyNumber.Cli.Contract;

/// <summary>A word that only leads to verbs.</summary>
/// <param name="path">The words up to this one, as they are typed.</param>
/// <param name="name">The word.</param>
/// <param name="description">What the verbs are about.</param>
/// <param name="verbs">The verbs.</param>
internal sealed class VerbGroup(string path, string name, string description, IReadOnlyList<IVerb> verbs) : IVerb
{
    public IReadOnlyList<IVerb> Verbs => verbs;

    public Command Describe() => new(name, description);

    public ExitCode Run(ParseResult parsed, VerbContext context) =>
        context.Report.Fail(ExitCode.Usage, [context.Language.Pick($"No verb was given. See mynumber {path} --help.", $"操作が指定されていません。mynumber {path} --help を参照してください。")]);
}
