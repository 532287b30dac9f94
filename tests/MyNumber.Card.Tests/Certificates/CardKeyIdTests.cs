using MyNumber.Card.Certificates;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Certificates;

public sealed class CardKeyIdTests
{
    [Fact]
    public void Name_of_the_notes_is_read()
    {
        CardKeyId.TryRead(ScriptedChannel.Hex("35303030303333 0805 303031 00000000"), out CardKeyId id).ShouldBeTrue();
        (id.Number, id.Generation, id.IsTest, id.ToString()).ShouldBe((5000033, 1, false, "5000033/001"));
        id.ShouldBe(CardKeyId.Of(5000033, 1));
    }

    [Fact]
    public void Other_last_bytes_make_another_name()
    {
        CardKeyId.TryRead(ScriptedChannel.Hex("36303030303333 0805 303031 30303030"), out CardKeyId id).ShouldBeTrue();
        id.ShouldNotBe(CardKeyId.Of(6000033, 1));
        (id != CardKeyId.Of(6000033, 1)).ShouldBeTrue();
        id.ToString().ShouldBe("6000033/001/30303030");
        id.IsTest.ShouldBeTrue();
    }

    [Theory]
    [InlineData("nothing", 0, -1)]
    [InlineData("fifteen bytes", 15, -1)]
    [InlineData("seventeen bytes", 17, -1)]
    [InlineData("another mark", 16, 7)]
    [InlineData("another second mark", 16, 8)]
    [InlineData("a letter in the number", 16, 6)]
    [InlineData("a letter in the generation", 16, 9)]
    public void Other_bytes_are_no_name(string description, int length, int letterAt)
    {
        byte[] bytes = [.. ScriptedChannel.Hex("35303030303333 0805 303031 0000000000").AsSpan(0, length)];
        if (letterAt >= 0)
        {
            bytes[letterAt] = (byte)'A';
        }

        CardKeyId.TryRead(bytes, out CardKeyId id).ShouldBeFalse(description);
        id.IsEmpty.ShouldBeTrue(description);
    }

    [Fact]
    public void Default_is_empty()
    {
        (default(CardKeyId).Number, default(CardKeyId).Generation, default(CardKeyId).ToString()).ShouldBe((0, 0, string.Empty));
        default(CardKeyId).Equals(CardKeyId.Of(0, 0)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("eight digits", 10_000_000, 0)]
    [InlineData("negative", -1, 0)]
    [InlineData("four digits of generation", 1, 1000)]
    [InlineData("negative generation", 1, -1)]
    public void Digits_that_do_not_fit_are_refused(string description, int number, int generation) =>
        Should.Throw<ArgumentOutOfRangeException>(() => CardKeyId.Of(number, generation), description);
}
