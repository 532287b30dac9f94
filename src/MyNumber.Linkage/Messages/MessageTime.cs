namespace MyNumber.Linkage.Messages;

/// <summary>Times as messages carry them.</summary>
internal static class MessageTime
{
    public static DateTimeOffset Cut(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
