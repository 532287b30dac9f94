namespace MyNumber.Card.Pcsc.Tests;

/// <summary>Ends a test that would otherwise wait for ever; no test relies on how long it takes.</summary>
internal static class Guard
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Limit);

    public static Task Soon(this Task task) => task.WaitAsync(Limit);
}
