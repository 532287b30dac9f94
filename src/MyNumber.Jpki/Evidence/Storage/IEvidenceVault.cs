namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>Where the bytes of an evidence store lie: entries by name, and a journal that only grows.</summary>
/// <remarks>One store uses a vault at a time, and calls it one call at a time. What <see cref="AppendLine"/> and <see cref="WriteEntry"/> have answered is kept through a crash, as far as the medium can.</remarks>
public interface IEvidenceVault
{
    /// <summary>Reads the journal, line by line: it is not in memory as a whole.</summary>
    /// <returns>The whole lines from the first to the last, to be read once and before the next call; a last one that was cut by a crash is dropped.</returns>
    /// <exception cref="IOException">The medium fails, while the lines are read too.</exception>
    IEnumerable<string> ReadLines();

    /// <summary>Adds one line to the journal.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <exception cref="IOException">The medium fails or is full; the line is not there.</exception>
    void AppendLine(string line);

    /// <summary>Writes an entry wholly or not at all; it takes the place of one of that name.</summary>
    /// <param name="id">Its name: 64 hexadecimal digits.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <exception cref="IOException">The medium fails.</exception>
    void WriteEntry(string id, ReadOnlySpan<byte> bytes);

    /// <summary>Reads an entry.</summary>
    /// <param name="id">Its name: 64 hexadecimal digits.</param>
    /// <returns>Its bytes, or <see langword="null"/> when it is not there.</returns>
    /// <exception cref="IOException">The medium fails.</exception>
    byte[]? ReadEntry(string id);

    /// <summary>The names of all entries that lie here, in any order.</summary>
    /// <returns>The names: 64 hexadecimal digits each.</returns>
    /// <exception cref="IOException">The medium fails.</exception>
    IReadOnlyList<string> ListEntries();

    /// <summary>Removes an entry for good; one that is not there is no fault.</summary>
    /// <param name="id">Its name: 64 hexadecimal digits.</param>
    /// <exception cref="IOException">The medium fails.</exception>
    void RemoveEntry(string id);
}
