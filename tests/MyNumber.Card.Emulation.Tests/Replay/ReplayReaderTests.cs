using System.Text;
using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Replay;

namespace MyNumber.Card.Emulation.Tests.Replay;

public sealed class ReplayReaderTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];
    private static readonly Transcript Played = Make(default);
    private static readonly Transcript Tagged = Make(Key);

    [Fact]
    public void A_whole_session_replays_with_values_of_nobody()
    {
        ReplayReader reader = new(Transcript.Parse(Played.ToUtf8JsonLines()));
        SessionResult result = RecordedSession.Run(reader);
        (result.Label, result.HasSignature, result.TriesLeft).ShouldBe(("JPKIAPICCTOKEN2", true, 2));
        result.SignaturesVerify.ShouldBeTrue();
        result.Number.ShouldBe("999999999996");
        result.Name.ShouldBe(new string('〓', RecordedSession.Name.Length));
        result.Record.ShouldBe("011C" + "303030303030303030303030303030" + "3030303030" + "3230333630313031" + "9000");
        result.Image.ShouldStartWith("FF4082");
        result.Image.ShouldContain("89504E470D0A1A0A5A5A");
        result.Genuine.Length.ShouldBe(516);
        reader.IsAtEnd.ShouldBeFalse();
        RecordedSession.Tear(reader);
        reader.IsAtEnd.ShouldBeTrue();
        reader.IsCardPresent.ShouldBeFalse();
    }

    [Fact]
    public void A_replay_is_the_same_each_time() =>
        RecordedSession.Run(new ReplayReader(Played)).Certificate.ShouldBe(RecordedSession.Run(new ReplayReader(Played)).Certificate);

    [Fact]
    public void Every_change_of_one_byte_that_is_not_hidden_is_found_where_it_is()
    {
        int changes = 0;
        for (int line = 1; line < Played.Count; line++)
        {
            if (Played.Entries[line].Command is not { } command)
            {
                continue;
            }

            for (int at = 0; at < command.Length; at++)
            {
                bool hidden = at >= Played.Entries[line].HiddenStart && at < Played.Entries[line].HiddenStart + Played.Entries[line].HiddenLength;
                if (!hidden)
                {
                    FindDifference(line, at, command.Length).ShouldBe((line + 2, at));
                    changes++;
                }
            }
        }

        changes.ShouldBeGreaterThan(300);
    }

    [Theory]
    [InlineData("one byte less", -1)]
    [InlineData("one byte more", 1)]
    public void Another_length_is_found(string description, int change)
    {
        ICardConnection connection = new ReplayReader(Played).Connect();
        byte[] command = Played.Entries[1].Command!;
        ReplayDifferenceException difference = Should.Throw<ReplayDifferenceException>(
            () => connection.Transmit([.. command.Take(command.Length + change), .. new byte[Math.Max(0, change)]], new byte[258]), description);
        difference.Position.ShouldBe(command.Length + Math.Min(0, change));
    }

    [Fact]
    public void A_difference_tells_the_place_and_no_value_and_ends_the_replay()
    {
        ReplayReader reader = new(Played);
        using ICardConnection connection = reader.Connect();
        ReplayDifferenceException difference = Should.Throw<ReplayDifferenceException>(() => connection.Transmit(Convert.FromHexString("00A4040C0AD392F000260100000002"), new byte[258]));
        difference.Message.ShouldBe("Line 3 of the transcript: byte 14 of the command differs.");
        Should.Throw<ReplayDifferenceException>(() => connection.Transmit(Played.Entries[1].Command, new byte[258])).Position.ShouldBe(14);
        reader.IsAtEnd.ShouldBeFalse();
    }

    [Fact]
    public async Task A_difference_comes_out_of_the_asynchronous_way_too()
    {
        using ICardConnection connection = new ReplayReader(Played).Connect();
        await Should.ThrowAsync<ReplayDifferenceException>(async () => await connection.TransmitAsync(new byte[4], new byte[258]));
        await Should.ThrowAsync<OperationCanceledException>(async () => await connection.TransmitAsync(new byte[4], new byte[258], new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("without a key another PIN of the same length is taken", false, false)]
    [InlineData("a transcript with tags needs the key to tell them apart", true, false)]
    [InlineData("with the key another PIN is told apart", true, true)]
    public void Another_pin_of_the_same_length(string description, bool tagged, bool keyed)
    {
        Transcript transcript = tagged ? Tagged : Played;
        ICardConnection connection = new ReplayReader(transcript, keyed ? Key : default).Connect();
        int line = PlayUntilHidden(connection, transcript);
        byte[] command = [.. transcript.Entries[line].Command!];
        "1111"u8.CopyTo(command.AsSpan(5));
        if (!keyed)
        {
            connection.Transmit(command, new byte[258]).ShouldBe(2, description);
            return;
        }

        ReplayDifferenceException difference = Should.Throw<ReplayDifferenceException>(() => connection.Transmit(command, new byte[258]), description);
        (difference.Line, difference.Position).ShouldBe((line + 2, 5));
    }

    [Fact]
    public void The_right_values_replay_under_the_key() => RecordedSession.Run(new ReplayReader(Tagged, Key)).SignaturesVerify.ShouldBeTrue();

    [Fact]
    public void Data_that_cannot_be_signed_is_a_difference()
    {
        byte[] lines = Encoding.UTF8.GetBytes("{\"format\":\"mynumber-card-transcript\",\"version\":1}\n{\"connect\":\"3B00\"}\n{\"command\":\"802A028001..00\",\"answer\":\"9000\",\"signs\":true}\n");
        using ICardConnection connection = new ReplayReader(Transcript.Parse(lines)).Connect();
        Should.Throw<ReplayDifferenceException>(() => connection.Transmit(Convert.FromHexString("802A0280015500"), new byte[258])).Position.ShouldBe(5);
    }

    [Fact]
    public void A_command_after_the_end_or_in_place_of_a_connection_is_a_difference()
    {
        byte[] lines = Encoding.UTF8.GetBytes("{\"format\":\"mynumber-card-transcript\",\"version\":1}\n{\"connect\":\"3B00\"}\n{\"connect\":\"3B00\"}\n");
        ReplayReader reader = new(Transcript.Parse(lines));
        ICardConnection first = reader.Connect();
        Should.Throw<CardException>(reader.Connect).ShouldNotBeOfType<ReplayDifferenceException>();
        Should.Throw<ReplayDifferenceException>(() => first.Transmit(new byte[4], new byte[2])).Position.ShouldBe(-1);

        ReplayReader short_ = new(new Transcript([]));
        short_.IsCardPresent.ShouldBeFalse();
        Should.Throw<ReplayDifferenceException>(short_.Connect).Message.ShouldBe("Line 2 of the transcript: the transcript is at its end.");
    }

    [Fact]
    public void A_connection_where_a_command_was_recorded_is_a_difference()
    {
        ReplayReader reader = new(Played);
        reader.Connect().Dispose();
        reader.IsCardPresent.ShouldBeFalse();
        Should.Throw<ReplayDifferenceException>(reader.Connect).Line.ShouldBe(3);
    }

    [Fact]
    public void A_closed_connection_plays_nothing()
    {
        ICardConnection connection = new ReplayReader(Played).Connect();
        connection.Dispose();
        Should.Throw<CardException>(() => connection.Transmit(Played.Entries[1].Command, new byte[258])).ShouldNotBeOfType<ReplayDifferenceException>();
    }

    [Fact]
    public void A_buffer_too_short_for_the_answer_is_told_and_the_line_stays()
    {
        using ICardConnection connection = new ReplayReader(Played).Connect();
        Should.Throw<CardException>(() => connection.Transmit(Played.Entries[1].Command, new byte[1]));
        connection.Transmit(Played.Entries[1].Command, new byte[2]).ShouldBe(2);
    }

    [Fact]
    public void A_key_too_short_is_refused() => Should.Throw<ArgumentException>(() => new ReplayReader(Played, new byte[15]));

    private static (int Line, int Position) FindDifference(int line, int at, int length)
    {
        ReplayReader reader = new(Played);
        ICardConnection connection = reader.Connect();
        for (int before = 1; before < line; before++)
        {
            connection = Replayed(reader, connection, before);
        }

        byte[] changed = CommandOf(line);
        changed.Length.ShouldBe(length);
        changed[at] ^= 0x40;
        ReplayDifferenceException found = Should.Throw<ReplayDifferenceException>(() => connection.Transmit(changed, new byte[65538]));
        return (found.Line, found.Position);
    }

    private static ICardConnection Replayed(ReplayReader reader, ICardConnection connection, int line)
    {
        if (Played.Entries[line].Command is null)
        {
            connection.Dispose();
            return reader.Connect();
        }

        if (Played.Entries[line].End == ExchangeEnd.Answered)
        {
            connection.Transmit(CommandOf(line), new byte[65538]);
        }

        return connection;
    }

    private static int PlayUntilHidden(ICardConnection connection, Transcript transcript)
    {
        int line = 1;
        for (; transcript.Entries[line].HiddenLength == 0; line++)
        {
            connection.Transmit(transcript.Entries[line].Command, new byte[65538]);
        }

        return line;
    }

    /// <summary>The command with any bytes where they are hidden.</summary>
    private static byte[] CommandOf(int line)
    {
        TranscriptEntry entry = Played.Entries[line];
        byte[] command = [.. entry.Command!];
        command.AsSpan(entry.HiddenStart, entry.HiddenLength).Fill(0x33);
        return command;
    }

    private static Transcript Make(ReadOnlySpan<byte> key)
    {
        using Recording recording = RecordedSession.Record();
        return Transcript.Redact(recording, key);
    }
}
