using MyNumber.Card.Apdu;

namespace MyNumber.Card.Tests.Apdu;

public sealed class StatusWordTests
{
    [Theory]
    [InlineData("fresh counter of three", 0x63C3, 3)]
    [InlineData("ten tries", 0x63CA, 10)]
    [InlineData("fifteen tries", 0x63CF, 15)]
    [InlineData("none left", 0x63C0, 0)]
    public void Tries_are_read_from_63Cx(string description, int value, int tries)
    {
        new StatusWord((ushort)value).TryGetTriesLeft(out int left).ShouldBeTrue(description);
        left.ShouldBe(tries, description);
    }

    [Theory]
    [InlineData("success", 0x9000)]
    [InlineData("no limit", 0x6300)]
    [InlineData("62Cx", 0x62C3)]
    [InlineData("63Bx", 0x63B3)]
    [InlineData("63Dx", 0x63D3)]
    [InlineData("blocked", 0x6984)]
    [InlineData("default", 0x0000)]
    public void Other_values_tell_no_tries(string description, int value)
    {
        new StatusWord((ushort)value).TryGetTriesLeft(out int left).ShouldBeFalse(description);
        left.ShouldBe(0);
    }

    [Theory]
    [InlineData("63C0", 0x63C0, true)]
    [InlineData("6983", 0x6983, true)]
    [InlineData("6984", 0x6984, true)]
    [InlineData("one try left", 0x63C1, false)]
    [InlineData("PIN missing", 0x6982, false)]
    [InlineData("conditions", 0x6985, false)]
    [InlineData("success", 0x9000, false)]
    public void Blocked_has_three_values(string description, int value, bool blocked) =>
        new StatusWord((ushort)value).IsBlocked.ShouldBe(blocked, description);

    [Theory]
    [InlineData("61 with 16", 0x6110, 16)]
    [InlineData("61 with 00 is 256", 0x6100, 256)]
    [InlineData("6C with 255", 0x6CFF, 255)]
    [InlineData("6C with 00 is 256", 0x6C00, 256)]
    [InlineData("success announces nothing", 0x9000, 0)]
    public void Announced_length_is_read(string description, int value, int length) =>
        new StatusWord((ushort)value).AnnouncedLength.ShouldBe(length, description);

    [Fact]
    public void Text_form_is_four_digits() => StatusWord.NotFound.ToString().ShouldBe("6A82");

    [Fact]
    public void Default_is_no_success()
    {
        StatusWord nothing = default;
        nothing.IsSuccess.ShouldBeFalse();
        nothing.ShouldBe(new StatusWord(0x00, 0x00));
        (nothing == StatusWord.Success).ShouldBeFalse();
    }

    [Theory]
    [InlineData("nothing", 0)]
    [InlineData("half a status word", 1)]
    public void Answer_without_a_status_word_is_no_response(string description, int length) =>
        ResponseApdu.TryParse(new byte[length], out _).ShouldBeFalse(description);

    [Fact]
    public void Response_is_data_and_status_word()
    {
        ResponseApdu.TryParse([0x01, 0x02, 0x6A, 0x82], out ResponseApdu response).ShouldBeTrue();
        response.Data.ToArray().ShouldBe([0x01, 0x02]);
        response.Status.ShouldBe(StatusWord.NotFound);
    }
}
