using System.Data.Common;
using System.Globalization;

namespace MyNumber.LinkageHost;

/// <summary>One line for each thing that is done, written at once, so that a dead process has told no more than it had done.</summary>
internal static class Lines
{
    /// <summary>After a turn that did not end: each leaves something under way to be gone on with, so what is down is not asked in a tight loop.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(250);

    public static void Write(string line) => Console.WriteLine(line);

    /// <summary>Goes on with what was under way, and takes commands, each after a word that tells it apart, until the input ends. A command that fails because something is down is told and forgotten.</summary>
    public static async Task ServeAsync(IHostWork work)
    {
        using CancellationTokenSource ends = new();
        List<Task> under = [DoAsync(work, "0 resume", ends.Token)];
        while (await Console.In.ReadLineAsync() is { } line)
        {
            under.Add(Task.Run(() => DoAsync(work, line, ends.Token)));
        }

        await ends.CancelAsync();
        await Task.WhenAll(under);
    }

    /// <summary>Works on every turn from one to before another, several at once; the work tells whether its turn ended. A turn that fails is told and passed over.</summary>
    public static Task EachAsync(string from, string to, string parallel, Func<int, CancellationToken, ValueTask<bool>> work, CancellationToken cancellationToken) => Parallel.ForAsync(
        int.Parse(from, CultureInfo.InvariantCulture),
        int.Parse(to, CultureInfo.InvariantCulture),
        new ParallelOptions { MaxDegreeOfParallelism = int.Parse(parallel, CultureInfo.InvariantCulture), CancellationToken = cancellationToken },
        async (turn, stop) =>
        {
            try
            {
                if (await work(turn, stop))
                {
                    return;
                }
            }
            catch (Exception exception) when (IsOutage(exception))
            {
                Write($"failed {turn.ToString(CultureInfo.InvariantCulture)} {exception.GetType().Name}");
            }

            await Task.Delay(_pause, stop);
        });

    private static async Task DoAsync(IHostWork work, string line, CancellationToken cancellationToken)
    {
        try
        {
            await work.DoAsync(line.Split(' ')[1..], cancellationToken);
            Write($"did {line}");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The input ended.
        }
        catch (Exception exception) when (IsOutage(exception))
        {
            Write($"failed {line} {exception.GetType().Name}");
        }
        catch (Exception exception)
        {
            Write($"broke {line} {exception.ToString().ReplaceLineEndings(" | ")}");
        }
    }

    private static bool IsOutage(Exception exception) => exception is DbException or IOException or TimeoutException;
}
