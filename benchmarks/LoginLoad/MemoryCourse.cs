using System.Globalization;

namespace MyNumber.LoginLoad;

/// <summary>The server's memory, read every five seconds: the managed heap after a full collection, and the working set.</summary>
internal sealed class MemoryCourse(IReadOnlyList<(long Heap, long WorkingSet)> readings)
{
    private const long Slack = 32L << 20;

    /// <summary>Whether the heap ended no higher than it began: each login takes a challenge out that was waiting, and leaves nothing.</summary>
    public bool IsFlat => readings[^1].Heap <= readings[0].Heap + Slack;

    public override string ToString() =>
        $"memory, MB (heap/working set): {string.Join(", ", readings.Select(reading => string.Create(CultureInfo.InvariantCulture, $"{reading.Heap >> 20}/{reading.WorkingSet >> 20}")))}";
}
