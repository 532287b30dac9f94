using System.CommandLine;
using System.CommandLine.Parsing;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Links;
using MyNumber.Cli.Verbs;
using MyNumber.Linkage.Codes;

namespace MyNumber.Cli;

/// <summary>The tool without the process around it: arguments and streams in, an exit code out.</summary>
internal static class CliApplication
{
    /// <summary>Each verb is one file and one row here.</summary>
    private static readonly IVerb[] _verbs =
    [
        new VerbGroup("number", "number", "Check, identify, validate and issue numbers (番号).",
        [
            new NumberCheckVerb(),
            new NumberIdentifyVerb(),
            new NumberValidateVerb(),
            new VerbGroup("number issue", "issue", "Issue synthetic numbers (模擬の付番) for test data.",
            [
                NumberIssueVerb.Individual(),
                NumberIssueVerb.ResidentCode(),
                NumberIssueVerb.Corporate(),
                new NumberIssueLocalGovernmentVerb(),
            ]),
        ]),
        new VerbGroup("link", "link", "Make, convert, inspect and measure a lab's agency codes (機関別符号).",
        [
            new LinkDeriveVerb(),
            new LinkConvertVerb(),
            new LinkInspectVerb(),
            new LinkBenchVerb(TimeProvider.System, Builds.IsOptimized(typeof(AgencyCodeCipher).Assembly)),
        ]),
    ];

    /// <summary>Runs one command line to its end.</summary>
    public static ExitCode Run(IReadOnlyList<string> arguments, CliStreams streams, CancellationToken cancellation = default) =>
        Run(arguments, streams, _verbs, cancellation);

    /// <summary>As above, with verbs of the caller's choice.</summary>
    internal static ExitCode Run(IReadOnlyList<string> arguments, CliStreams streams, IReadOnlyList<IVerb> verbs, CancellationToken cancellation = default)
    {
        GlobalOptions options = new();
        VerbContext ContextOf(ParseResult parsed) =>
            new(new CliReport(streams.Output, streams.Error, parsed.GetValue(options.Json)), streams, Languages.Choose(parsed.GetValue(options.Lang)), cancellation);
        RootCommand root = BuildRoot(options, verbs, ContextOf);
        ParseResult parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        CliReport report = new(streams.Output, streams.Error, parsed.GetValue(options.Json));
        if (parsed.Errors.Count > 0 || parsed.UnmatchedTokens.Count > 0 || parsed.Tokens.Any(token => token.Type == TokenType.Directive))
        {
            return report.Fail(ExitCode.Usage, Describe(parsed));
        }

        return Invoke(parsed, streams, report);
    }

    private static ExitCode Invoke(ParseResult parsed, CliStreams streams, CliReport report)
    {
        try
        {
            InvocationConfiguration configuration = new() { Output = streams.Output, Error = streams.Error, EnableDefaultExceptionHandler = false };
            return (ExitCode)parsed.Invoke(configuration);
        }
        catch (OperationCanceledException)
        {
            return report.Fail(ExitCode.Undetermined, ["Stopped before the end."]);
        }
        catch (Exception exception)
        {
            // The message may carry what the user typed; the type never does.
            return report.Fail(ExitCode.Undetermined, [$"The tool failed: {exception.GetType().Name}."]);
        }
    }

    private static RootCommand BuildRoot(GlobalOptions options, IReadOnlyList<IVerb> verbs, Func<ParseResult, VerbContext> contextOf)
    {
        RootCommand root = new("Tools around Japan's Individual Number system (マイナンバー制度).");
        foreach (Option builtIn in root.Options.OfType<VersionOption>().ToArray())
        {
            root.Options.Remove(builtIn);
        }

        // Directives and response files repeat what was typed in ways that Describe cannot mask.
        root.Directives.Clear();
        root.Options.Add(options.Version);
        root.Options.Add(options.Json);
        root.Options.Add(options.Lang);
        Add(root, verbs, contextOf);
        root.SetAction(parsed => (int)RunRoot(parsed, options, contextOf(parsed).Report));
        return root;
    }

    private static void Add(Command parent, IReadOnlyList<IVerb> verbs, Func<ParseResult, VerbContext> contextOf)
    {
        foreach (IVerb verb in verbs)
        {
            Command command = verb.Describe();
            command.SetAction(parsed => (int)verb.Run(parsed, contextOf(parsed)));
            Add(command, verb.Verbs, contextOf);
            parent.Subcommands.Add(command);
        }
    }

    private static ExitCode RunRoot(ParseResult parsed, GlobalOptions options, CliReport report) => parsed.GetValue(options.Version)
        ? report.Succeed(ToolVersion.Text, [("name", "mynumber"), ("version", ToolVersion.Text)])
        : report.Fail(ExitCode.Usage, ["No verb was given. See mynumber --help."]);

    /// <summary>What is wrong with the command line, without the values typed: a number or a PIN in the wrong place must not reach a log.</summary>
    private static List<string> Describe(ParseResult parsed)
    {
        string[] typed = [.. parsed.Tokens.Where(token => token.Type == TokenType.Argument).Select(token => token.Value), .. parsed.UnmatchedTokens];
        List<string> faults = [.. parsed.Errors.Select(error => Mask(error.Message, typed)).Distinct(StringComparer.Ordinal)];
        return faults.Count > 0 ? faults : ["Unrecognized command or argument."];
    }

    private static string Mask(string message, IEnumerable<string> typed) =>
        typed.Where(value => value.Length > 0)
            .OrderByDescending(value => value.Length)
            .Aggregate(message, (text, value) => text.Replace($"'{value}'", "'***'", StringComparison.Ordinal));
}
