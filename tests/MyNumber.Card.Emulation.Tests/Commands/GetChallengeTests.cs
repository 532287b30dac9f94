namespace MyNumber.Card.Emulation.Tests.Commands;

public sealed class GetChallengeTests
{
    private static readonly EmulatedCardOptions Fixed = new() { FillRandom = span => span.Fill(0x5A) };

    [Theory]
    [InlineData("one byte", "0084000001", 1)]
    [InlineData("ten bytes, as OpenSC asks", "008400000A", 10)]
    [InlineData("256 bytes", "0084000000", 256)]
    public void Answers_as_many_bytes_as_asked(string description, string command, int length)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new(Fixed);
        terminal.Send(command).ShouldBe(string.Concat(Enumerable.Repeat("5A", length)) + "9000");
    }

    [Theory]
    [InlineData("extended form", "008400000000" + "08", "6985")]
    [InlineData("extended form of 65536", "00840000000000", "6985")]
    [InlineData("with data", "0084000001AA00", "6700")]
    public void Refuses(string description, string command, string status)
    {
        description.ShouldNotBeEmpty();
        using Terminal terminal = new(Fixed);
        terminal.Send(command).ShouldBe(status);
    }

    [Fact]
    public void Two_challenges_differ_by_default()
    {
        using Terminal terminal = new();
        terminal.Send("0084000010").ShouldNotBe(terminal.Send("0084000010"));
    }
}
