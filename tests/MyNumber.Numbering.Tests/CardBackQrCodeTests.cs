namespace MyNumber.Numbering.Tests;

public sealed class CardBackQrCodeTests
{
    [Fact]
    public void Twelve_digits_go_out_and_come_back()
    {
        Span<byte> payload = stackalloc byte[CardBackQrCode.Length];
        CardBackQrCode.TryWrite(IndividualNumber.Parse("060122228102"), payload, out int written).ShouldBeTrue();
        payload[..written].SequenceEqual("060122228102"u8).ShouldBeTrue();
        CardBackQrCode.TryRead(payload, out IndividualNumber number, out _).ShouldBeTrue();
        number.Reveal().ShouldBe("060122228102");
    }

    [Theory]
    [InlineData("line end", "060122228102\r\n", NumberFault.None)]
    [InlineData("line feed", "060122228102\n", NumberFault.None)]
    [InlineData("carriage return", "060122228102\r", NumberFault.None)]
    [InlineData("two line ends", "060122228102\r\n\r\n", NumberFault.ForbiddenCharacter)]
    [InlineData("two line feeds", "060122228102\n\n", NumberFault.ForbiddenCharacter)]
    [InlineData("two carriage returns", "060122228102\r\r\n", NumberFault.ForbiddenCharacter)]
    [InlineData("line end the wrong way round", "060122228102\n\r", NumberFault.ForbiddenCharacter)]
    [InlineData("line end in front", "\n060122228102", NumberFault.ForbiddenCharacter)]
    [InlineData("hyphens", "0601-2222-8103", NumberFault.ForbiddenCharacter)]
    [InlineData("wrong check digit", "060122228103", NumberFault.WrongCheckDigit)]
    [InlineData("web address", "https://example.invalid/", NumberFault.ForbiddenCharacter)]
    [InlineData("a pension number", "1234567890", NumberFault.TooShort)]
    [InlineData("only a line end", "\r\n", NumberFault.Empty)]
    public void Payload_is_read_strictly(string description, string payload, NumberFault expected)
    {
        CardBackQrCode.TryRead(System.Text.Encoding.UTF8.GetBytes(payload), out _, out NumberFault fault).ShouldBe(expected == NumberFault.None, description);
        fault.ShouldBe(expected, description);
    }

    [Fact]
    public void Empty_number_and_little_room_write_nothing()
    {
        Should.Throw<InvalidOperationException>(() => CardBackQrCode.TryWrite(default, new byte[12], out _));
        CardBackQrCode.TryWrite(IndividualNumber.Parse("060122228102"), new byte[11], out int written).ShouldBeFalse();
        written.ShouldBe(0);
    }
}
