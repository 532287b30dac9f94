namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>A vault in this process, for tests and trials: nothing outlives the process, so it is no archive.</summary>
/// <remarks>For one store at a time.</remarks>
public sealed class InMemoryEvidenceVault : IEvidenceVault
{
    private readonly List<string> _lines = [];
    private readonly Dictionary<string, byte[]> _entries = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<string> ReadLines() => [.. _lines];

    /// <inheritdoc/>
    public void AppendLine(string line) => _lines.Add(line);

    /// <inheritdoc/>
    public void WriteEntry(string id, ReadOnlySpan<byte> bytes) => _entries[id] = bytes.ToArray();

    /// <inheritdoc/>
    public byte[]? ReadEntry(string id) => _entries.TryGetValue(id, out byte[]? bytes) ? [.. bytes] : null;

    /// <inheritdoc/>
    public IReadOnlyList<string> ListEntries() => [.. _entries.Keys];

    /// <inheritdoc/>
    public void RemoveEntry(string id) => _entries.Remove(id);
}
