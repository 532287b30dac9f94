using MyNumber.Cli.Contract;
using Spectre.Console;

namespace MyNumber.Cli.Terminal;

/// <summary>A progress bar on standard error, shown to a person only: never with JSON, never where standard error is a file or a pipe.</summary>
internal static class ProgressBar
{
    /// <summary>Whether a bar will be shown, so that answers had better wait for its end.</summary>
    public static bool IsShown(VerbContext context) => context.Streams.IsErrorTerminal && !context.Report.IsJson;

    /// <summary>Does the work; it tells how far it is.</summary>
    /// <param name="context">Where to show.</param>
    /// <param name="label">A word; never a value or a path.</param>
    /// <param name="total">What the work counts up to, or <see langword="null"/> when that is not known.</param>
    /// <param name="work">The work.</param>
    public static T Run<T>(VerbContext context, string label, long? total, Func<Action<long>, T> work)
    {
        if (!IsShown(context))
        {
            return work(_ => { });
        }

        IAnsiConsole console = Consoles.For(context.Streams.Error);
        return console.Progress().AutoClear(true).Start(progress =>
        {
            ProgressTask task = progress.AddTask(label, maxValue: Math.Max(1, total ?? 1));
            task.IsIndeterminate = total is null;
            return work(done => task.Value = total is null ? 0 : done);
        });
    }
}
