using MyNumber.Card.Apdu;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Sessions;

/// <summary>GET DATA, UPDATE BINARY and CHANGE KEY.</summary>
public sealed class CardSessionDataTests
{
    private static readonly CardFileId File = new(0x0002);

    [Fact]
    public async Task Short_object_is_read_in_one_piece()
    {
        ScriptedChannel card = new("00CA00F000 -> 3133313031 9000");
        (await CardSession.Over(card).GetDataAsync(0x00F0)).ShouldBe("13101"u8.ToArray());
    }

    [Fact]
    public async Task Long_object_is_asked_for_with_extended_length()
    {
        string content = new('A', 1200);
        ScriptedChannel card = new("00CA00F800 -> 6700", $"00CA00F8 000000 -> {content} 9000");
        (await CardSession.Over(card).GetDataAsync(0x00F8))!.Length.ShouldBe(600);
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public async Task Absent_object_is_null()
    {
        (await CardSession.Over(new ScriptedChannel("00CA7F2100 -> 6A88")).GetDataAsync(0x7F21)).ShouldBeNull();
        (await CardSession.Over(new ScriptedChannel("00CA7F2100 -> 6700", "00CA7F21000000 -> 6A88")).GetDataAsync(0x7F21)).ShouldBeNull();
    }

    [Theory]
    [InlineData("instruction unknown", "6D00", "6D00")]
    [InlineData("refused", "6982", "6982")]
    public async Task Other_status_word_is_kept(string description, string answer, string status)
    {
        CardStatusException thrown = await Should.ThrowAsync<CardStatusException>(
            async () => await CardSession.Over(new ScriptedChannel($"00CA004500 -> {answer}")).GetDataAsync(0x0045), description);
        (thrown.Operation, thrown.Status.ToString()).ShouldBe(("GET DATA 0045", status), description);
    }

    [Fact]
    public async Task Length_that_is_wrong_twice_is_not_asked_a_third_time()
    {
        ScriptedChannel card = new("00CA004500 -> 6700", "00CA0045000000 -> 6700");
        (await Should.ThrowAsync<CardStatusException>(async () => await CardSession.Over(card).GetDataAsync(0x0045))).Status.ShouldBe(StatusWord.WrongLength);
    }

    [Fact]
    public async Task File_is_written_in_pieces()
    {
        string piece = new('A', 510);
        ScriptedChannel card = new("00A4020C020002 -> 9000", $"00D60100FF{piece} -> 9000", "00D601FF02AAAA -> 9000");
        await CardSession.Over(card).WriteFileAsync(File, 0x100, Enumerable.Repeat((byte)0xAA, 257).ToArray());
        card.ShouldBeAtTheEnd();
    }

    [Theory]
    [InlineData("PIN missing", "6982")]
    [InlineData("behind the file", "6B00")]
    public async Task Refused_write_stops(string description, string status)
    {
        ScriptedChannel card = new("00A4020C020002 -> 9000", $"00D6000001AA -> {status}");
        (await Should.ThrowAsync<CardStatusException>(async () => await CardSession.Over(card).WriteFileAsync(File, 0, new byte[] { 0xAA }), description))
            .Operation.ShouldBe("UPDATE BINARY 0002", description);
    }

    [Theory]
    [InlineData("negative", -1)]
    [InlineData("one byte over", 32765)]
    public async Task Write_that_an_offset_does_not_reach_is_refused(string description, int offset) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await CardSession.Over(new ScriptedChannel()).WriteFileAsync(File, offset, new byte[4]), description);

    [Fact]
    public async Task Key_is_changed_after_the_current_pin()
    {
        ScriptedChannel card = new("00A4020C02001C -> 9000", "00200080 -> 63C3", "0020008004 31313131 -> 9000", "8032008004 32323232 -> 9000");
        using CardPin current = CardPin.Copy("1111"), replacement = CardPin.Copy("2222");
        (await CardSession.Over(card).ChangeKeyAsync(PinReference.CommonResidence, current, replacement)).IsChanged.ShouldBeTrue();
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public async Task Key_is_not_changed_after_a_wrong_pin_or_to_a_malformed_one()
    {
        ScriptedChannel card = new("00A4020C02001C -> 9000", "00200080 -> 63C3", "0020008004 31313131 -> 63C2");
        using CardPin current = CardPin.Copy("1111"), replacement = CardPin.Copy("2222"), letters = CardPin.Copy("22A2");
        (await CardSession.Over(card).ChangeKeyAsync(PinReference.CommonResidence, current, replacement)).Current.ShouldBe(PinVerification.Wrong(2));
        (await CardSession.Over(new ScriptedChannel()).ChangeKeyAsync(PinReference.CommonResidence, current, letters)).NewPinFault.ShouldBe(PinFault.ForbiddenCharacter);
    }
}
