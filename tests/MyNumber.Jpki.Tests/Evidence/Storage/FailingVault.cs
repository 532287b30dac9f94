using MyNumber.Jpki.Evidence.Storage;

namespace MyNumber.Jpki.Tests.Evidence.Storage;

/// <summary>A vault whose medium can be told to fail.</summary>
internal sealed class FailingVault(IEvidenceVault inner) : IEvidenceVault
{
    public bool Fails { get; set; }

    public bool FailsToRemove { get; set; }

    /// <summary>An entry that cannot be removed though others can.</summary>
    public string Keeps { get; set; } = string.Empty;

    public IEnumerable<string> ReadLines() => inner.ReadLines();

    public void AppendLine(string line)
    {
        ThrowIf(Fails);
        inner.AppendLine(line);
    }

    public void WriteEntry(string id, ReadOnlySpan<byte> bytes) => inner.WriteEntry(id, bytes);

    public byte[]? ReadEntry(string id) => inner.ReadEntry(id);

    public IReadOnlyList<string> ListEntries() => inner.ListEntries();

    public void RemoveEntry(string id)
    {
        ThrowIf(FailsToRemove || id == Keeps);
        inner.RemoveEntry(id);
    }

    private static void ThrowIf(bool fails)
    {
        if (fails)
        {
            throw new IOException("The medium is full.");
        }
    }
}
