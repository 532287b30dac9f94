using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Tests.Issuing;

public sealed class SerialSourceTests
{
    [Fact]
    public void Numbers_grow_by_one_from_the_start()
    {
        MonotonicSerialSource source = new(0x0500_0000);
        source.Next().ShouldBe(0x0500_0000u);
        source.Next().ShouldBe(0x0500_0001u);
    }

    [Fact]
    public void Used_up_range_is_refused()
    {
        MonotonicSerialSource source = new(0x07FF_FFFF);
        source.Next();
        Should.Throw<InvalidOperationException>(() => source.Next());
    }

    [Theory]
    [InlineData("three octets", 0x007F_FFFFu)]
    [InlineData("the responder's range", 0x0080_0000u)]
    [InlineData("first octet 08", 0x0800_0000u)]
    public void Start_outside_the_range_is_refused(string description, uint start)
    {
        description.ShouldNotBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => new MonotonicSerialSource(start));
    }
}
