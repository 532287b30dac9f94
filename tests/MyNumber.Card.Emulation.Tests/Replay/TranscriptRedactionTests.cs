using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MyNumber.Card.Emulation.Replay;
using MyNumber.Testing.Keys;

namespace MyNumber.Card.Emulation.Tests.Replay;

public sealed class TranscriptRedactionTests
{
    private static readonly string Written = Write(default);

    public static TheoryData<string, Func<byte[]>> Secrets => new()
    {
        { "individual number", () => Ascii(RecordedSession.Number) },
        { "first half of the number", () => Ascii(RecordedSession.Number[..6]) },
        { "second half of the number", () => Ascii(RecordedSession.Number[6..]) },
        { "signature password", () => Ascii(RecordedSession.SignaturePassword) },
        { "login PIN", () => Ascii(RecordedSession.AuthenticationPin) },
        { "input-support PIN", () => Ascii(RecordedSession.InputSupportPin) },
        { "PIN that was wrong", () => Ascii(RecordedSession.WrongPin) },
        { "birth date", () => Ascii("19870629") },
        { "month and day of birth", () => Ascii("0629") },
        { "serial number of the card", () => Ascii("486159372684957") },
        { "municipality", () => Ascii("27146") },
        { "expiry", () => Ascii("20350629") },
        { "serial number of a certificate", () => [0x51, 0x51, 0x51, 0x51] },
        { "serial number of the other certificate", () => [0x53, 0x53, 0x53, 0x53] },
        { "distinguished name", () => Ascii("HOLDER") },
        { "issuer", () => Ascii("authority") },
        { "family name", () => Encoding.UTF8.GetBytes("架空") },
        { "given name", () => Encoding.UTF8.GetBytes("太郎") },
        { "part of the address", () => Encoding.UTF8.GetBytes("千代田") },
        { "end of the address", () => Encoding.UTF8.GetBytes("９－８") },
        { "digest of the document", () => SHA256.HashData(RecordedSession.Document)[..8] },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public void A_value_is_in_the_file_in_no_form(string description, Func<byte[]> secret)
    {
        FormsOf(secret()).Where(Contains).ShouldBeEmpty(description);
    }

    [Fact]
    public void The_search_finds_every_value_where_nothing_is_hidden()
    {
        using Recording recording = RecordedSession.Record();
        string raw = string.Concat(recording.Snapshot().SelectMany(exchange => new[] { exchange.Command ?? [], exchange.Answer }).Select(Convert.ToHexString));
        foreach (string secret in new[] { RecordedSession.Number, RecordedSession.SignaturePassword, RecordedSession.AuthenticationPin, RecordedSession.InputSupportPin, RecordedSession.WrongPin, "19870629", "486159372684957", "HOLDER" })
        {
            FormsOf(Ascii(secret)).Any(form => raw.Contains(form, StringComparison.OrdinalIgnoreCase)).ShouldBeTrue();
        }
    }

    [Fact]
    public void No_eight_bytes_of_a_key_or_a_signature_survive()
    {
        using Recording recording = RecordedSession.Record();
        byte[] signature = recording.Snapshot().First(exchange => exchange.Command is [0x80, 0x2A, ..]).Answer;
        using RSA authentication = LabKeyPool.Load(0), signing = LabKeyPool.Load(1);
        byte[][] secrets = [signature[..^2], authentication.ExportParameters(false).Modulus!, signing.ExportParameters(false).Modulus!];
        foreach (byte[] secret in secrets)
        {
            for (int at = 0; at + 8 <= secret.Length; at += 8)
            {
                Contains(Convert.ToHexString(secret, at, 8)).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void The_file_says_what_was_done_and_is_the_same_each_time()
    {
        Written.ShouldBe(Write(default));
        Written.ShouldStartWith("{\"format\":\"mynumber-card-transcript\",\"version\":1}\n{\"connect\":\"3BE000FF8131FE4514\"}\n");
        Written.ShouldContain("{\"command\":\"00A4020C020018\",\"answer\":\"9000\"}");
        Written.ShouldContain("{\"command\":\"0020008004........\",\"answer\":\"63C2\"}");
        Written.ShouldContain("{\"command\":\"0020008004........\",\"answer\":\"9000\"}");
        Written.ShouldContain($"{{\"command\":\"802A008033{new string('.', 102)}00\",\"answer\":\"9000\",\"signs\":true}}");
        Written.ShouldContain("FF100C393939393939393939393936FFFF9000");
        Written.ShouldEndWith("{\"command\":\"00A4040C0AD392F000260100000001\",\"failure\":\"removed\"}\n");
    }

    [Fact]
    public void Tags_show_no_value_and_no_two_equal_ones()
    {
        byte[] key = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];
        string tagged = Write(key);
        string[] tags = [.. Regex.Matches(tagged, "\"tag\":\"([0-9A-F]{32})\"", RegexOptions.CultureInvariant).Select(match => match.Groups[1].Value)];
        tags.Length.ShouldBe(7);
        tags.Distinct().Count().ShouldBe(7);
        FormsOf(Ascii(RecordedSession.AuthenticationPin)).Where(form => Regex.Replace(tagged, "[0-9A-F]{32}\"", string.Empty, RegexOptions.CultureInvariant).Contains(form, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Fact]
    public void A_short_key_is_refused()
    {
        using Recording recording = new();
        Should.Throw<ArgumentException>(() => Transcript.Redact(recording, new byte[15]));
    }

    [Fact]
    public void A_disposed_recording_gives_nothing_away()
    {
        Recording recording = RecordedSession.Record();
        IReadOnlyList<RecordedExchange> exchanges = recording.Snapshot();
        recording.Dispose();
        recording.Count.ShouldBe(0);
        exchanges.SelectMany(exchange => (byte[])[.. exchange.Command ?? [], .. exchange.Answer]).ShouldAllBe(value => value == 0);
        Should.Throw<ObjectDisposedException>(() => Transcript.Redact(recording));
        recording.ToString().ShouldBe("Recording(***)");
    }

    private static string Write(ReadOnlySpan<byte> key)
    {
        using Recording recording = RecordedSession.Record();
        return Encoding.UTF8.GetString(Transcript.Redact(recording, key).ToUtf8JsonLines());
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    /// <summary>Text, hexadecimal (at any nibble, as the search looks at any character) and base64 at its three alignments.</summary>
    private static IEnumerable<string> FormsOf(byte[] secret)
    {
        if (secret.All(value => value is >= 0x20 and < 0x7F))
        {
            yield return Encoding.ASCII.GetString(secret);
        }

        yield return Convert.ToHexString(secret);
        for (int shift = 0; shift < 3; shift++)
        {
            string text = Convert.ToBase64String([.. new byte[shift], .. secret]);
            int first = shift == 0 ? 0 : shift + 1;
            int last = (shift + secret.Length) * 8 / 6;
            if (last - first >= 6)
            {
                yield return text[first..last];
            }
        }
    }

    /// <summary>Looks in the file and in all answers put together, so that a value cut in pieces is found too.</summary>
    private static bool Contains(string form)
    {
        string joined = string.Concat(Regex.Matches(Written, "\"answer\":\"([0-9A-F]*)[0-9A-F]{4}\"", RegexOptions.CultureInvariant).Select(match => match.Groups[1].Value));
        return Written.Contains(form, StringComparison.OrdinalIgnoreCase) || joined.Contains(form, StringComparison.OrdinalIgnoreCase);
    }
}
