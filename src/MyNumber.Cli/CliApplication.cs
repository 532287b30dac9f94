using System.CommandLine;
using System.CommandLine.Help;
using MyNumber.Cli.Cards;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Links;
using MyNumber.Cli.Verbs;
using MyNumber.Linkage.Codes;

namespace MyNumber.Cli;

/// <summary>The tool without the process around it: arguments and streams in, an exit code out.</summary>
internal static class CliApplication
{
    /// <summary>Each verb is one file and one row here. They are made for each run, because their help is in its language.</summary>
    private static IVerb[] MakeVerbs() =>
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
        CardVerbs.Group(new PcscReaderSource(), TimeProvider.System),
        new EmulateVerb(TimeProvider.System),
        JpkiVerbs.Group(TimeProvider.System),
        CaVerbs.Group(TimeProvider.System),
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
        Run(arguments, streams, MakeVerbs(), cancellation);

    /// <summary>As above, with verbs of the caller's choice.</summary>
    internal static ExitCode Run(IReadOnlyList<string> arguments, CliStreams streams, IReadOnlyList<IVerb> verbs, CancellationToken cancellation = default)
    {
        GlobalOptions options = new();
        VerbContext ContextOf(ParseResult parsed) =>
            new(new CliReport(streams.Output, streams.Error, parsed.GetValue(options.Json)), streams, Languages.Choose(parsed.GetValue(options.Lang)), cancellation);
        RootCommand root = BuildRoot(options, verbs, ContextOf);
        ParserConfiguration configuration = new() { ResponseFileTokenReplacer = null };
        Language language = Languages.Choose(root.Parse(arguments, configuration).GetResult(options.Lang)?.Tokens.FirstOrDefault()?.Value);

        if (language == Language.Japanese)
        {
            root.Description = "マイナンバー制度のためのツール。";
            JapaneseHelp.Apply(root);
        }

        // The sentences of the parser itself follow the culture at the time of parsing.
        return language.Speak(() =>
        {
            ParseResult parsed = root.Parse(arguments, configuration);
            CliReport report = new(streams.Output, streams.Error, parsed.GetValue(options.Json));
            IReadOnlyList<string> faults = UsageFaults.Of(parsed, language);
            return faults.Count > 0 ? report.Fail(ExitCode.Usage, faults) : Invoke(parsed, streams, report, language);
        });
    }

    private static ExitCode Invoke(ParseResult parsed, CliStreams streams, CliReport report, Language language)
    {
        try
        {
            using StringWriter help = new();
            bool isTranslated = language == Language.Japanese && parsed.Action is HelpAction;
            InvocationConfiguration configuration = new() { Output = isTranslated ? help : streams.Output, Error = streams.Error, EnableDefaultExceptionHandler = false };
            ExitCode code = (ExitCode)parsed.Invoke(configuration);
            streams.Output.Write(JapaneseHelp.Translate(help.ToString()));
            streams.Output.Flush();
            return code;
        }
        catch (OperationCanceledException)
        {
            return report.Fail(ExitCode.Undetermined, [language.Pick("Stopped before the end.", "途中で停止しました。")]);
        }
        catch (OutputLostException lost)
        {
            // A reader that has seen enough needs no word.
            return lost.IsReaderGone ? ExitCode.Undetermined : report.Fail(ExitCode.Undetermined, [lost.Explain(language)]);
        }
        catch (Exception exception)
        {
            // The message may carry what the user typed; the type never does.
            return report.Fail(ExitCode.Undetermined, [language.Pick($"The tool failed: {exception.GetType().Name}.", $"処理に失敗しました: {exception.GetType().Name}")]);
        }
    }

    private static RootCommand BuildRoot(GlobalOptions options, IReadOnlyList<IVerb> verbs, Func<ParseResult, VerbContext> contextOf)
    {
        RootCommand root = new("Tools around Japan's Individual Number system (マイナンバー制度).");
        foreach (Option builtIn in root.Options.OfType<VersionOption>().ToArray())
        {
            root.Options.Remove(builtIn);
        }

        // Directives and response files repeat what was typed in ways that UsageFaults cannot mask.
        root.Directives.Clear();
        root.Options.Add(options.Version);
        root.Options.Add(options.Json);
        root.Options.Add(options.Lang);
        Add(root, verbs, contextOf);
        root.SetAction(parsed => (int)RunRoot(parsed, options, contextOf(parsed)));
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

    private static ExitCode RunRoot(ParseResult parsed, GlobalOptions options, VerbContext context) => parsed.GetValue(options.Version)
        ? context.Report.Succeed(ToolVersion.Text, [("name", "mynumber"), ("version", ToolVersion.Text)])
        : context.Report.Fail(ExitCode.Usage, [context.Language.Pick("No verb was given. See mynumber --help.", "操作が指定されていません。mynumber --help を参照してください。")]);
}
