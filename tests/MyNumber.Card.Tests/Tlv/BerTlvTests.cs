using FsCheck;
using FsCheck.Fluent;
using MyNumber.Card.Tests.Doubles;
using MyNumber.Card.Tlv;

namespace MyNumber.Card.Tests.Tlv;

public sealed class BerTlvTests
{
    [Theory]
    [InlineData("one-byte tag", "3003", 0x30, 2, 3)]
    [InlineData("certificate head", "30820632", 0x30, 4, 0x632)]
    [InlineData("two-byte tag, one-byte length", "FF205C", 0xFF20, 3, 92)]
    [InlineData("two-byte tag, length 82 over 255", "FF3082014B", 0xFF30, 5, 331)]
    [InlineData("non-minimal length below 256", "FF4082009F", 0xFF40, 5, 159)]
    [InlineData("non-minimal length below 128", "DF43820010", 0xDF43, 5, 16)]
    [InlineData("length 81", "DF238184", 0xDF23, 4, 132)]
    [InlineData("length 83 with a leading zero", "DF238300FFFF", 0xDF23, 6, 65535)]
    [InlineData("empty value", "DF2200", 0xDF22, 3, 0)]
    public void Header_is_read(string description, string bytes, int tag, int headerLength, int valueLength)
    {
        BerTlvHeader.Parse(ScriptedChannel.Hex(bytes), out BerTlvHeader header).ShouldBe(BerTlvHeaderResult.Complete, description);
        ((int)header.Tag, header.HeaderLength, header.ValueLength).ShouldBe((tag, headerLength, valueLength), description);
    }

    [Theory]
    [InlineData("nothing", "", BerTlvHeaderResult.NeedsMore)]
    [InlineData("half a tag", "FF", BerTlvHeaderResult.NeedsMore)]
    [InlineData("no length", "FF20", BerTlvHeaderResult.NeedsMore)]
    [InlineData("half a length", "FF208201", BerTlvHeaderResult.NeedsMore)]
    [InlineData("filler", "FFFFFFFF", BerTlvHeaderResult.Malformed)]
    [InlineData("tag of three bytes", "FF81015C", BerTlvHeaderResult.Malformed)]
    [InlineData("indefinite length", "3080", BerTlvHeaderResult.Malformed)]
    [InlineData("length of four bytes", "308400000001", BerTlvHeaderResult.Malformed)]
    [InlineData("length with the top bit", "3084FFFFFFFF", BerTlvHeaderResult.Malformed)]
    [InlineData("length over the ceiling", "3083010000", BerTlvHeaderResult.Malformed)]
    [InlineData("reserved length", "30FF", BerTlvHeaderResult.Malformed)]
    public void Bytes_that_are_no_header_are_told(string description, string bytes, BerTlvHeaderResult expected) =>
        BerTlvHeader.Parse(ScriptedChannel.Hex(bytes), out _).ShouldBe(expected, description);

    [Fact]
    public void Objects_are_found_by_tag_on_one_level()
    {
        BerTlvReader reader = new(ScriptedChannel.Hex("DF21 02 DF25 DF25 01 32"));
        reader.TryFind(0xDF25, out ReadOnlySpan<byte> value).ShouldBeTrue();
        value.ToArray().ShouldBe("2"u8.ToArray());
        reader.IsMalformed.ShouldBeFalse();
        reader.Rest.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Value_that_runs_over_the_end_is_malformed()
    {
        BerTlvReader reader = new(ScriptedChannel.Hex("DF22 05 3132"));
        reader.TryRead(out _, out ReadOnlySpan<byte> value).ShouldBeFalse();
        value.IsEmpty.ShouldBeTrue();
        reader.IsMalformed.ShouldBeTrue();
        reader.TryRead(out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void Any_bytes_end_the_walk_within_their_length() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            BerTlvReader reader = new(bytes);
            int objects = 0, total = 0;
            while (reader.TryRead(out _, out ReadOnlySpan<byte> value))
            {
                objects++;
                total += value.Length + 2;
            }

            return total <= bytes.Length && objects <= bytes.Length && (reader.IsMalformed || reader.Rest.IsEmpty);
        }));
}
