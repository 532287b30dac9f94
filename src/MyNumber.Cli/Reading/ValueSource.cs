using System.CommandLine;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Reading;

/// <summary>The values of a verb: the one that was typed, or lines of standard input.</summary>
internal static class ValueSource
{
    /// <summary>What stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Says that nothing came in.</summary>
    public static ExitCode FailEmpty(VerbContext context) =>
        context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick("No value came in on standard input.", "標準入力に値がありませんでした。")]);

    /// <summary>The argument that takes a value.</summary>
    public static Argument<string?> Argument(string name, string what) => new(name)
    {
        Description = $"{what}; left out or -: lines of standard input, which keeps values out of the process list.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The values with their lines, from 1; a typed value has line 0.</summary>
    public static IEnumerable<(long Line, string Text)> Read(string? typed, VerbContext context)
    {
        if (typed is not (null or StandardInput))
        {
            yield return (0, typed);
            yield break;
        }

        using Stream input = context.Streams.OpenInput();
        LineReader reader = new(input, context.Cancellation);
        try
        {
            long line = 0;
            while (reader.Read() is { } text)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                yield return (++line, text);
            }
        }
        finally
        {
            reader.Clear();
        }
    }
}
