using MyNumber.Card.Apdu;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Sessions;

public sealed class CardSessionFileTests
{
    private const string Select = "00A4020C020001 -> 9000";
    private static readonly CardFileId File = new(0x0001);
    private static readonly string Block = new('A', 512);

    [Theory]
    [InlineData("short answer", "DDDD 9000", 258)]
    [InlineData("offset beyond the file", "6B00", 256)]
    [InlineData("end-of-file warning with data", "DD 6282", 257)]
    [InlineData("end-of-file warning alone", "6282", 256)]
    [InlineData("nothing but success", "9000", 256)]
    public async Task File_ends_where_the_card_says_so(string description, string last, int length)
    {
        ScriptedChannel card = new(Select, $"00B0000000 -> {Block} 9000", $"00B0010000 -> {last}");
        (await CardSession.Over(card).ReadFileAsync(File)).Length.ShouldBe(length, description);
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public async Task Endless_file_is_given_up_at_the_ceiling()
    {
        RuleChannel card = new(command => command[1] == 0xB0 ? [.. new byte[256], 0x90, 0x00] : [0x90, 0x00]);
        await Should.ThrowAsync<CardDataException>(async () => await CardSession.Over(card).ReadFileAsync(File));
        card.Commands.Count.ShouldBe(1 + (32768 / 256));
        card.Commands[^1].ShouldBe([0x00, 0xB0, 0x7F, 0x00, 0x00]);
    }

    [Theory]
    [InlineData("PIN missing", "6982")]
    [InlineData("not a transparent file", "6981")]
    [InlineData("nothing selected", "6986")]
    public async Task Refused_read_keeps_its_status_word(string description, string status)
    {
        ScriptedChannel card = new(Select, $"00B0000004 -> {status}");
        CardStatusException thrown = await Should.ThrowAsync<CardStatusException>(async () => await CardSession.Over(card).ReadDerObjectAsync(File), description);
        thrown.Status.ToString().ShouldBe(status);
        thrown.Operation.ShouldBe("READ BINARY 0001");
    }

    [Fact]
    public async Task Missing_file_keeps_its_status_word()
    {
        ScriptedChannel card = new("00A4020C020001 -> 6A82");
        (await Should.ThrowAsync<CardStatusException>(async () => await CardSession.Over(card).ReadFileAsync(File))).Status.ShouldBe(StatusWord.NotFound);
    }

    [Fact]
    public async Task Object_is_read_in_two_steps_and_its_filler_is_left()
    {
        ScriptedChannel card = new(Select, "00B0000004 -> 30820105 9000", $"00B0000400 -> {Block} 9000", "00B0010405 -> 0102030405 9000");
        byte[] der = await CardSession.Over(card).ReadDerObjectAsync(File);
        der.Length.ShouldBe(0x105 + 4);
        der[^5..].ShouldBe([1, 2, 3, 4, 5]);
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public async Task Object_within_the_first_bytes_needs_one_read()
    {
        ScriptedChannel card = new(Select, "00B0000007 -> DF250132 FFFFFF 9000");
        (await CardSession.Over(card).ReadTlvObjectAsync(File)).ShouldBe(ScriptedChannel.Hex("DF250132"));
        card.ShouldBeAtTheEnd();
    }

    [Theory]
    [InlineData("file ends in the head", "00B0000004 -> 3082 9000", null)]
    [InlineData("empty file", "00B0000004 -> 6B00", null)]
    [InlineData("filler only", "00B0000004 -> FFFFFFFF 9000", null)]
    [InlineData("indefinite length", "00B0000004 -> 30800000 9000", null)]
    [InlineData("length of four bytes", "00B0000004 -> 3084FFFF 9000", null)]
    [InlineData("longer than any file", "00B0000004 -> 3082FFFF 9000", null)]
    [InlineData("file ends in the body", "00B0000004 -> 30820010 9000", "00B0000410 -> 0102 9000")]
    [InlineData("file ends behind the head", "00B0000004 -> 30820010 9000", "00B0000410 -> 6B00")]
    public async Task Truncated_or_hostile_object_is_bad_data(string description, string head, string? body)
    {
        ScriptedChannel card = body is null ? new(Select, head) : new(Select, head, body);
        await Should.ThrowAsync<CardDataException>(async () => await CardSession.Over(card).ReadDerObjectAsync(File), description);
        card.ShouldBeAtTheEnd();
    }

    [Theory]
    [InlineData("more bytes than asked", "00B0000004 -> 3003010203 9000")]
    [InlineData("many more bytes than asked", "00B0000004 -> 300301020304050607080910 9000")]
    public async Task Card_that_gives_too_much_is_not_believed(string description, string head) =>
        await Should.ThrowAsync<CardDataException>(async () => await CardSession.Over(new ScriptedChannel(Select, head)).ReadDerObjectAsync(File), description);

    [Theory]
    [InlineData("in the head", "00B0000004 -> removed", null)]
    [InlineData("in the body", "00B0000004 -> 30820010 9000", "00B0000410 -> removed")]
    public async Task Card_removed_while_reading_is_told_as_that(string description, string head, string? body)
    {
        ScriptedChannel card = body is null ? new(Select, head) : new(Select, head, body);
        await Should.ThrowAsync<CardRemovedException>(async () => await CardSession.Over(card).ReadDerObjectAsync(File), description);
    }

    [Theory]
    [InlineData("no bytes", 0)]
    [InlineData("negative", -1)]
    [InlineData("more than an offset reaches", 32769)]
    public async Task Length_outside_a_file_is_refused(string description, int length) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await CardSession.Over(new ScriptedChannel()).ReadFileAsync(File, length), description);
}
