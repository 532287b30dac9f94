using System.Globalization;
using System.Text.Json;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>Reads a transcript strictly: no member that is not known, none twice, none that does not belong together.</summary>
internal static class TranscriptReader
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 2 };

    public static List<TranscriptEntry> Read(ReadOnlySpan<byte> utf8)
    {
        List<TranscriptEntry> entries = [];
        int number = 0;
        while (!utf8.IsEmpty)
        {
            int end = utf8.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? utf8 : utf8[..end];
            utf8 = end < 0 ? default : utf8[(end + 1)..];
            ReadLine(line, ++number, entries);
        }

        return number > 0 ? entries : throw Invalid(1);
    }

    private static void ReadLine(ReadOnlySpan<byte> line, int number, List<TranscriptEntry> entries)
    {
        Dictionary<string, JsonElement> members = Members(line, number);
        if (number == 1)
        {
            bool known = members.Count == 2
                && members.TryGetValue(TranscriptForm.Format, out JsonElement format) && format.ValueKind == JsonValueKind.String
                && format.ValueEquals(TranscriptForm.FormatName)
                && members.TryGetValue(TranscriptForm.Version, out JsonElement version) && version.ValueKind == JsonValueKind.Number
                && version.TryGetInt32(out int value) && value == TranscriptForm.CurrentVersion;
            if (!known)
            {
                throw Invalid(number);
            }

            return;
        }

        if (entries.Count == Transcript.MaximumEntries)
        {
            throw Invalid(number);
        }

        entries.Add(Entry(members) ?? throw Invalid(number));
    }

    private static Dictionary<string, JsonElement> Members(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line.ToArray(), Strict);
            Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
            foreach (JsonProperty member in document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.EnumerateObject() : throw Invalid(number))
            {
                if (!members.TryAdd(member.Name, member.Value.Clone()))
                {
                    throw Invalid(number);
                }
            }

            return members;
        }
        catch (JsonException)
        {
            throw Invalid(number);
        }
    }

    private static TranscriptEntry? Entry(Dictionary<string, JsonElement> members)
    {
        if (members.Count == 1 && Hex(members, TranscriptForm.Connect, TranscriptForm.LongestAnswerToReset) is { } answerToReset)
        {
            return new TranscriptEntry { Answer = answerToReset };
        }

        byte[]? tag = Hex(members, TranscriptForm.Tag, TranscriptRedactor.TagLength);
        bool tagged = members.ContainsKey(TranscriptForm.Tag);
        bool badTag = tagged && tag?.Length != TranscriptRedactor.TagLength;
        return badTag || !members.TryGetValue(TranscriptForm.Command, out JsonElement text) || text.ValueKind != JsonValueKind.String
            ? null
            : Exchange(members, text.GetString()!, tag, members.Count - (tagged ? 1 : 0));
    }

    private static TranscriptEntry? Exchange(Dictionary<string, JsonElement> members, string masked, byte[]? tag, int count)
    {
        int start = Math.Max(0, masked.IndexOf(TranscriptForm.Hidden, StringComparison.Ordinal));
        int hidden = masked.AsSpan().Count(TranscriptForm.Hidden);
        if (start % 2 != 0 || hidden % 2 != 0 || (tag is not null && hidden == 0)
            || masked.AsSpan(start, hidden).ContainsAnyExcept(TranscriptForm.Hidden)
            || Bytes(string.Concat(masked.AsSpan(0, start), new string('0', hidden), masked.AsSpan(start + hidden)), TranscriptForm.LongestCommand) is not { } command)
        {
            return null;
        }

        ExchangeEnd end = End(members);
        byte[]? answer = Hex(members, TranscriptForm.Answer, TranscriptForm.LongestAnswer);
        bool signs = members.TryGetValue(TranscriptForm.Signs, out JsonElement mark);
        bool whole = end == ExchangeEnd.Answered
            ? answer is not null && count == (signs ? 3 : 2) && (!signs || (mark.ValueKind == JsonValueKind.True && answer.Length == 2 && hidden > 0))
            : count == 2 && members.ContainsKey(TranscriptForm.Failure);
        return whole
            ? new TranscriptEntry { Command = command, HiddenStart = start / 2, HiddenLength = hidden / 2, Tag = tag, Answer = answer ?? [], Signs = signs, End = end }
            : null;
    }

    private static ExchangeEnd End(Dictionary<string, JsonElement> members)
    {
        if (!members.TryGetValue(TranscriptForm.Failure, out JsonElement failure) || failure.ValueKind != JsonValueKind.String)
        {
            return ExchangeEnd.Answered;
        }

        return failure.ValueEquals(TranscriptForm.Removed) ? ExchangeEnd.Removed
            : failure.ValueEquals(TranscriptForm.Failed) ? ExchangeEnd.Failed
            : ExchangeEnd.Answered;
    }

    private static byte[]? Hex(Dictionary<string, JsonElement> members, string name, int longest) =>
        members.TryGetValue(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? Bytes(text.GetString()!, longest) : null;

    private static byte[]? Bytes(string hex, int longest) => hex.Length % 2 == 0 && hex.Length <= 2 * longest && hex.All(char.IsAsciiHexDigit)
        ? Convert.FromHexString(hex)
        : null;

    private static FormatException Invalid(int line) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The transcript is not valid in line {line}."));
}
