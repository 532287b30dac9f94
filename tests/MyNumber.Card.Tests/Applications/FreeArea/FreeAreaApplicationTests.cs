using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.FreeArea;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Applications.FreeArea;

public sealed class FreeAreaApplicationTests
{
    private const string Select = "00A4040C08F04D4E53444B0101 -> 9000";

    [Theory]
    [InlineData("ordinance", 1, FreeAreaKind.Ordinance)]
    [InlineData("approval", 2, FreeAreaKind.MinisterApproval)]
    public async Task Header_is_read(string description, byte kind, FreeAreaKind expected)
    {
        byte[] header = Header(kind);
        ScriptedChannel card = new(
            Select, "00A4020C020001 -> 9000", $"00B0000007 -> {Convert.ToHexString(header[..7])} 9000",
            $"00B00007{header.Length - 7:X2} -> {Convert.ToHexString(header[7..])} 9000");
        FreeAreaHeader read = await (await FreeAreaApplication.SelectAsync(CardSession.Over(card), 1)).ReadHeaderAsync();
        (read.Owner, read.Kind, read.Authority, read.ValidUntil).ShouldBe(("見本市立図書館", expected, "見本市条例第1号", new DateOnly(2030, 3, 31)), description);
    }

    [Theory]
    [InlineData("no kind", 0, "20300331")]
    [InlineData("an unknown kind", 3, "20300331")]
    [InlineData("an end that is no date", 1, "20300231")]
    [InlineData("an end of six digits", 1, "300331")]
    public void Other_header_is_bad_data(string description, byte kind, string end) =>
        Should.Throw<CardDataException>(() => FreeAreaHeader.Read(Header(kind, end)), description);

    [Fact]
    public async Task File_is_written_after_the_pin()
    {
        ScriptedChannel card = new(
            Select, "00A4020C020011 -> 9000", "00200080 -> 63C3", "0020008004 31313131 -> 9000", "00A4020C020003 -> 9000", "00D6000202AABB -> 9000",
            "00A4020C020003 -> 9000", "00B0000000 -> 0102AABB 9000");
        FreeAreaApplication application = await FreeAreaApplication.SelectAsync(CardSession.Over(card), 1);
        using CardPin pin = CardPin.Copy("1111");
        (await application.VerifyPinAsync(pin)).IsVerified.ShouldBeTrue();
        await application.WriteFileAsync(3, 2, new byte[] { 0xAA, 0xBB });
        (await application.ReadFileAsync(3)).ShouldBe([1, 2, 0xAA, 0xBB]);
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public async Task Empty_slot_is_told_by_its_status_word() => (await Should.ThrowAsync<CardStatusException>(
        async () => await FreeAreaApplication.SelectAsync(CardSession.Over(new ScriptedChannel("00A4040C08F04D4E53444B0102 -> 6A82")), 2))).Status.ShouldBe(StatusWord.NotFound);

    [Theory]
    [InlineData("slot zero", 0, 3)]
    [InlineData("slot of two bytes", 256, 3)]
    [InlineData("header as a data file", 1, 1)]
    [InlineData("file sixteen", 1, 16)]
    public async Task Number_outside_its_range_is_refused(string description, int slot, int file) => await Should.ThrowAsync<ArgumentOutOfRangeException>(
        async () => await (await FreeAreaApplication.SelectAsync(CardSession.Over(new ScriptedChannel(Select)), slot)).ReadFileAsync(file), description);

    private static byte[] Header(byte kind, string end = "20300331") => CardBytes.Tlv(
        0xFF60, CardBytes.Tlv(0xDF61, System.Text.Encoding.UTF8.GetBytes("見本市立図書館")), CardBytes.Tlv(0xDF62, [kind]),
        CardBytes.Tlv(0xDF63, System.Text.Encoding.UTF8.GetBytes("見本市条例第1号")), CardBytes.Tlv(0xDF64, CardBytes.Ascii(end)));
}
