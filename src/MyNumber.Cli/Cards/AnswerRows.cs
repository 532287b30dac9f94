using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards;

/// <summary>An answer of named values: a line each for a person, one object for a program.</summary>
internal static class AnswerRows
{
    public static ExitCode Succeed(VerbContext context, params (string Name, string English, string Japanese, string Value)[] rows) => context.Report.Succeed(
        string.Join(Environment.NewLine, rows.Select(row => $"{context.Language.Pick(row.English, row.Japanese)}: {row.Value}")), rows.Select(row => (row.Name, row.Value)));
}
