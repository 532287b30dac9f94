namespace MyNumber.Cli.Contract;

/// <summary>The clock on a wall in Japan.</summary>
internal static class JapanTime
{
    private static readonly TimeSpan _offset = TimeSpan.FromHours(9);

    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(_offset);

    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Of(clock.GetUtcNow()).DateTime);
}
