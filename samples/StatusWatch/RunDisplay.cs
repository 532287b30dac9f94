using Spectre.Console;

namespace StatusWatch;

/// <summary>Shows a long run: a bar on a terminal, a plain line for each tenth elsewhere, nothing when the report alone is wanted.</summary>
internal sealed class RunDisplay(bool isSilent)
{
    public void Chapter(string title) => Write($"{Environment.NewLine}■ {title}");

    public void Line(string text) => Write($"     {text}");

    public async Task<T> ShowAsync<T>(string title, long total, Func<IProgress<long>?, Task<T>> run)
    {
        if (isSilent)
        {
            return await run(null);
        }

        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            return await run(new Tenths(title, total));
        }

        Progress progress = AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());
        return await progress.StartAsync(context =>
        {
            ProgressTask bar = context.AddTask(title, maxValue: total);
            return Task.Run(() => run(new Bar(bar)));
        });
    }

    private void Write(string text)
    {
        if (!isSilent)
        {
            Console.WriteLine(text);
        }
    }

    private sealed class Bar(ProgressTask bar) : IProgress<long>
    {
        public void Report(long value) => bar.Value = value;
    }

    private sealed class Tenths(string title, long total) : IProgress<long>
    {
        private long _tenths = -1;

        public void Report(long value)
        {
            long tenths = value * 10 / total;
            if (tenths > _tenths)
            {
                _tenths = tenths;
                Console.WriteLine(FormattableString.Invariant($"     {title} {tenths * 10,3} %  {value:N0} / {total:N0}"));
            }
        }
    }
}
