using MyNumber.Numbering.Issuing.Bulk;
using Spectre.Console;

namespace CityNumbering;

/// <summary>Shows a bulk run: a bar on a terminal, a plain line for each tenth elsewhere.</summary>
internal static class RunDisplay
{
    public static async Task<BulkResult> ShowAsync(string title, Func<IProgress<BulkProgress>, ValueTask<BulkResult>> run)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            return await run(new Lines(title));
        }

        Progress progress = AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());
        return await progress.StartAsync(context =>
        {
            ProgressTask bar = context.AddTask(title);
            return Task.Run(async () => await run(new Bar(bar)));
        });
    }

    private sealed class Bar(ProgressTask bar) : IProgress<BulkProgress>
    {
        public void Report(BulkProgress value) => bar.MaxValue(value.Total).Value = value.Done;
    }

    private sealed class Lines(string title) : IProgress<BulkProgress>
    {
        private int _tenths = -1;

        public void Report(BulkProgress value)
        {
            int tenths = (int)(value.Share * 10);
            if (tenths > _tenths)
            {
                _tenths = tenths;
                Narrator.Line(FormattableString.Invariant($"{title} {tenths * 10,3} %  {value.Done:N0} / {value.Total:N0}"));
            }
        }
    }
}
