using System.CommandLine;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Links;
using MyNumber.Cli.Terminal;

namespace MyNumber.Cli.Verbs;

/// <summary><c>link bench</c>: how fast this machine makes agency codes, and what that means for a country.</summary>
/// <param name="time">The clock that it measures by.</param>
/// <param name="isOptimized">Whether the code that is measured was built for speed.</param>
internal sealed class LinkBenchVerb(TimeProvider time, bool isOptimized) : IVerb
{
    /// <summary>What a run of a debug build says on standard error.</summary>
    public const string Notice = "This is a debug build; the rates say nothing. (デバッグビルドのため、測定値に意味はありません。)";

    private const int MostSeconds = 600;

    private readonly Option<int> _seconds = new("--seconds") { Description = $"How long to measure, 1 to {MostSeconds}.", DefaultValueFactory = _ => 6, HelpName = "S" };

    public Command Describe() => new("bench", "Measure on one core how fast this machine makes agency codes. Exit codes: 0 measured; 2 the command line is wrong, nothing was done; 3 the run was stopped.") { _seconds };

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        int seconds = parsed.GetValue(_seconds);
        if (seconds is < 1 or > MostSeconds)
        {
            return context.Report.Fail(ExitCode.Usage, [$"--seconds is 1 to {MostSeconds}."]);
        }

        Report(Measure(TimeSpan.FromSeconds(seconds), context), context);
        return ExitCode.Done;
    }

    private BenchResult Measure(TimeSpan duration, VerbContext context)
    {
        if (!isOptimized)
        {
            context.Report.Notice(Notice);
        }

        using BenchSubject subject = new();
        BenchRun run = new(subject, time, context.Cancellation);
        return ProgressBar.Run(context, "bench", BenchRun.Slices, tell => run.Run(duration, tell));
    }

    private static void Report(BenchResult result, VerbContext context)
    {
        if (!context.Report.IsJson)
        {
            context.Report.Data.WriteLine(Rates(result, context.Language));
        }

        context.Report.Answer(Summary(result, context.Language), writer =>
        {
            writer.WriteNumber("codesPerSecond", Math.Round(result.CodesPerSecond));
            writer.WriteNumber("timesEncryptEcb", Math.Round(result.TimesEncryptEcb, 2));
            writer.WriteNumber("timesHmac", Math.Round(result.TimesHmac, 1));
            writer.WriteNumber("people", BenchResult.People);
            writer.WriteNumber("secondsForOneAgency", Math.Round(result.SecondsForOneAgency, 3));
            writer.WriteNumber("agencies", BenchResult.Agencies);
            writer.WriteNumber("coreHoursForAllAgencies", Math.Round(result.CoreHoursForAllAgencies, 3));
        });
    }

    private static string Rates(BenchResult result, Language language) => language == Language.Japanese
        ? FormattableString.Invariant($"1 コアで毎秒 {result.CodesPerSecond / 1e6:F1} 百万符号、一括 Aes.EncryptEcb の {result.TimesEncryptEcb:F2} 倍、HMACSHA256.HashData の {result.TimesHmac:F0} 倍")
        : FormattableString.Invariant($"{result.CodesPerSecond / 1e6:F1} million codes a second on one core, {result.TimesEncryptEcb:F2} times bulk Aes.EncryptEcb, {result.TimesHmac:F0} times HMACSHA256.HashData");

    private static string Summary(BenchResult result, Language language) => language == Language.Japanese
        ? FormattableString.Invariant($"1 機関・1 億 2500 万人で {result.SecondsForOneAgency:F2} 秒、全機関（10,000）で {result.CoreHoursForAllAgencies:F2} コア時間")
        : FormattableString.Invariant($"{result.SecondsForOneAgency:F2} seconds for one agency over 125 million people, and {result.CoreHoursForAllAgencies:F2} core-hours for all agencies (10,000)");
}
