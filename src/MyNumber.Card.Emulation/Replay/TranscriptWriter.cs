using System.Buffers;
using System.Text.Json;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>Writes a transcript as JSON lines.</summary>
internal static class TranscriptWriter
{
    public static byte[] Write(IReadOnlyList<TranscriptEntry> entries)
    {
        ArrayBufferWriter<byte> buffer = new();
        WriteLine(buffer, line =>
        {
            line.WriteString(TranscriptForm.Format, TranscriptForm.FormatName);
            line.WriteNumber(TranscriptForm.Version, TranscriptForm.CurrentVersion);
        });
        foreach (TranscriptEntry entry in entries)
        {
            WriteLine(buffer, line => Write(line, entry));
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteLine(ArrayBufferWriter<byte> buffer, Action<Utf8JsonWriter> members)
    {
        using (Utf8JsonWriter line = new(buffer))
        {
            line.WriteStartObject();
            members(line);
            line.WriteEndObject();
        }

        buffer.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter line, TranscriptEntry entry)
    {
        if (entry.Command is null)
        {
            line.WriteString(TranscriptForm.Connect, Convert.ToHexString(entry.Answer));
            return;
        }

        line.WriteString(TranscriptForm.Command, Mask(entry));
        if (entry.Tag is not null)
        {
            line.WriteString(TranscriptForm.Tag, Convert.ToHexString(entry.Tag));
        }

        if (entry.End != ExchangeEnd.Answered)
        {
            line.WriteString(TranscriptForm.Failure, entry.End == ExchangeEnd.Removed ? TranscriptForm.Removed : TranscriptForm.Failed);
            return;
        }

        line.WriteString(TranscriptForm.Answer, Convert.ToHexString(entry.Answer));
        if (entry.Signs)
        {
            line.WriteBoolean(TranscriptForm.Signs, true);
        }
    }

    private static string Mask(TranscriptEntry entry)
    {
        int end = entry.HiddenStart + entry.HiddenLength;
        return string.Concat(
            Convert.ToHexString(entry.Command!.AsSpan(0, entry.HiddenStart)),
            new string(TranscriptForm.Hidden, 2 * entry.HiddenLength),
            Convert.ToHexString(entry.Command!.AsSpan(end)));
    }
}
