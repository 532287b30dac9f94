namespace MyNumber.Card.Emulation.Replay;

/// <summary>A recording that may be kept and shown: it carries no PIN and no personal value, and replays.</summary>
/// <remarks>Immutable and thread safe. The form is JSON lines, described in the documentation of fault scripts and replay.</remarks>
public sealed class Transcript
{
    /// <summary>Fewest bytes of a key for tags.</summary>
    public const int MinimumKeyLength = 16;

    /// <summary>Most lines behind the first that are read, far more than any session has.</summary>
    public const int MaximumEntries = 100_000;

    private readonly List<TranscriptEntry> _entries;

    internal Transcript(List<TranscriptEntry> entries) => _entries = entries;

    /// <summary>Commands, and connections to the card, in their order.</summary>
    public int Count => _entries.Count;

    internal IReadOnlyList<TranscriptEntry> Entries => _entries;

    /// <summary>Makes a transcript: hidden bytes of commands are left out, and answers get synthetic values of the same shape.</summary>
    /// <param name="recording">What was recorded; unchanged.</param>
    /// <param name="key">Empty, or at least <see cref="MinimumKeyLength"/> bytes that stay apart from the transcript: commands with a PIN, data to sign or data to write then carry
    /// a tag, and a replay that is given the same key tells other data of the same length apart. Without it such data is matched by place and length alone.</param>
    /// <returns>The transcript.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="recording"/> is null.</exception>
    /// <exception cref="ArgumentException">The key is too short.</exception>
    /// <exception cref="ObjectDisposedException">The recording is disposed.</exception>
    public static Transcript Redact(Recording recording, ReadOnlySpan<byte> key = default)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return new Transcript(new TranscriptRedactor(CheckedKey(key)).Redact(recording.Snapshot()));
    }

    /// <summary>Reads a transcript.</summary>
    /// <param name="utf8JsonLines">UTF-8, one JSON object a line.</param>
    /// <returns>The transcript.</returns>
    /// <exception cref="FormatException">Not a transcript of version 1; the message names the line and never what stands in it.</exception>
    public static Transcript Parse(ReadOnlySpan<byte> utf8JsonLines) => new(TranscriptReader.Read(utf8JsonLines));

    /// <summary>Writes the transcript, the same bytes each time.</summary>
    /// <returns>UTF-8, one JSON object a line, lines ended by LF.</returns>
    public byte[] ToUtf8JsonLines() => TranscriptWriter.Write(_entries);

    internal static byte[] CheckedKey(ReadOnlySpan<byte> key) => key.IsEmpty || key.Length >= MinimumKeyLength
        ? key.ToArray()
        : throw new ArgumentException($"A key for tags has at least {MinimumKeyLength} bytes.", nameof(key));
}
