using System.Text;

namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>The lines of a journal's bytes, one after the other; of a line that no store wrote no more is kept than tells that.</summary>
internal static class JournalReader
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false); // with a byte order mark one before the first line would be passed over

    /// <summary>Reads from the beginning to the last line feed.</summary>
    public static IEnumerable<string> Read(Stream journal)
    {
        journal.Position = 0;
        using StreamReader reader = new(journal, Utf8, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16, leaveOpen: true);
        StringBuilder line = new();
        for (int next = reader.Read(); next >= 0; next = reader.Read())
        {
            if (next == '\n')
            {
                yield return line.ToString();
                line.Clear();
            }
            else if (line.Length <= JournalLine.MaximumLength)
            {
                line.Append((char)next);
            }
        }
    }
}
