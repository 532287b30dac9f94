namespace MyNumber.Linkage.Tests.Core;

/// <summary>Two threads that do one thing at one moment.</summary>
internal static class Races
{
    public static async Task<T[]> RunAsync<T>(Func<int, Task<T>> work)
    {
        using Barrier start = new(2);
        Task<T> Run(int side) => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return work(side);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap();
        return await Task.WhenAll(Run(0), Run(1));
    }
}
