namespace MyNumber.LoginLoad;

/// <summary>Posts prepared answers over connections that stay open, at a rate or as fast as it goes.</summary>
internal sealed class Load(LoadOptions options, ServerProcess server)
{
    private int _next = -1;

    public async Task<LoadResult> RunAsync(PreparedLogin[] prepared)
    {
        List<(long Heap, long WorkingSet)> memory = [await server.ReadMemoryAsync()];
        List<double>[] times = new List<double>[options.Connections];
        int[] failed = new int[options.Connections];
        long begin = TimeProvider.System.GetTimestamp();
        Task[] workers = [.. Enumerable.Range(0, options.Connections).Select(worker => Task.Run(async () =>
        {
            times[worker] = [];
            failed[worker] = await PostAllAsync(prepared, begin, times[worker]);
        }))];
        Task all = Task.WhenAll(workers);
        while (await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(5))) != all)
        {
            memory.Add(await server.ReadMemoryAsync());
        }

        await all;
        double seconds = TimeProvider.System.GetElapsedTime(begin).TotalSeconds;
        memory.Add(await server.ReadMemoryAsync());
        return new LoadResult(seconds, [.. times.SelectMany(some => some).Order()], failed.Sum(), new MemoryCourse(memory));
    }

    private async Task<int> PostAllAsync(PreparedLogin[] prepared, long begin, List<double> times)
    {
        int failed = 0;
        using Connection connection = await Connection.OpenAsync(server.Address);
        for (int at = Interlocked.Increment(ref _next); at < prepared.Length; at = Interlocked.Increment(ref _next))
        {
            TimeSpan now = TimeProvider.System.GetElapsedTime(begin);
            if (now.TotalSeconds >= options.Seconds)
            {
                break;
            }

            TimeSpan due = options.Rate == 0 ? now : TimeSpan.FromSeconds((double)at / options.Rate);
            if (due > now)
            {
                await Task.Delay(due - now);
            }

            long start = TimeProvider.System.GetTimestamp();
            (int status, bool hasSession) = await connection.PostAsync(prepared[at]);
            times.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
            failed += status == 302 && hasSession ? 0 : 1;
        }

        return failed;
    }
}
