using MyNumber.Card.Apdu;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Apdu;

public sealed class CommandApduTests
{
    [Theory]
    [InlineData("case 1: the retry query", ApduCase.Header, "", 0, false, "00200080")]
    [InlineData("case 2S: Le 1", ApduCase.ExpectShort, "", 1, false, "0020008001")]
    [InlineData("case 2S: Le 255", ApduCase.ExpectShort, "", 255, false, "00200080FF")]
    [InlineData("case 2S: Le 256 is 00", ApduCase.ExpectShort, "", 256, false, "0020008000")]
    [InlineData("case 2E: Le 257", ApduCase.ExpectExtended, "", 257, false, "00200080000101")]
    [InlineData("case 2E: Le 65535", ApduCase.ExpectExtended, "", 65535, false, "0020008000FFFF")]
    [InlineData("case 2E: Le 65536 is 0000", ApduCase.ExpectExtended, "", 65536, false, "00200080000000")]
    [InlineData("case 2E by choice: Le 1", ApduCase.ExpectExtended, "", 1, true, "00200080000001")]
    [InlineData("case 2E by choice: Le 256", ApduCase.ExpectExtended, "", 256, true, "00200080000100")]
    [InlineData("case 3S: one byte", ApduCase.DataShort, "AA", 0, false, "0020008001AA")]
    [InlineData("case 3E by choice: one byte", ApduCase.DataExtended, "AA", 0, true, "00200080000001AA")]
    [InlineData("case 4S: one byte, Le 1", ApduCase.DataExpectShort, "AA", 1, false, "0020008001AA01")]
    [InlineData("case 4S: one byte, Le 255", ApduCase.DataExpectShort, "AA", 255, false, "0020008001AAFF")]
    [InlineData("case 4S: one byte, Le 256", ApduCase.DataExpectShort, "AA", 256, false, "0020008001AA00")]
    [InlineData("case 4E: one byte, Le 257", ApduCase.DataExpectExtended, "AA", 257, false, "00200080000001AA0101")]
    [InlineData("case 4E: one byte, Le 65536", ApduCase.DataExpectExtended, "AA", 65536, false, "00200080000001AA0000")]
    [InlineData("choice without lengths is still case 1", ApduCase.Header, "", 0, true, "00200080")]
    public void Case_is_written_as_the_standard_draws_it(string description, ApduCase expectedCase, string data, int expected, bool forceExtended, string bytes)
    {
        CommandApdu command = new(0x00, 0x20, 0x00, 0x80, ScriptedChannel.Hex(data), expected, forceExtended);
        byte[] buffer = new byte[command.EncodedLength];
        command.TryWrite(buffer, out int written).ShouldBeTrue(description);
        command.Case.ShouldBe(expectedCase, description);
        written.ShouldBe(buffer.Length, description);
        Convert.ToHexString(buffer).ShouldBe(bytes, description);
    }

    [Theory]
    [InlineData("case 3S at its most", 255, 0, 260, "00D60000FF", "")]
    [InlineData("case 3E at its least", 256, 0, 263, "00D60000000100", "")]
    [InlineData("case 3E at its most", 65535, 0, 65542, "00D6000000FFFF", "")]
    [InlineData("case 4S at its most", 255, 256, 261, "00D60000FF", "00")]
    [InlineData("case 4E because of Le", 255, 257, 264, "00D600000000FF", "0101")]
    [InlineData("case 4E because of data, Le 1", 256, 1, 265, "00D60000000100", "0001")]
    [InlineData("case 4E because of data, Le 255", 256, 255, 265, "00D60000000100", "00FF")]
    [InlineData("case 4E because of data, Le 256", 256, 256, 265, "00D60000000100", "0100")]
    [InlineData("case 4E at its most", 65535, 65536, 65544, "00D6000000FFFF", "0000")]
    public void Length_fields_grow_at_their_boundaries(string description, int dataLength, int expected, int total, string head, string tail)
    {
        byte[] data = new byte[dataLength];
        data.AsSpan().Fill(0x5A);
        CommandApdu command = new(0x00, 0xD6, 0x00, 0x00, data, expected);
        byte[] buffer = new byte[command.EncodedLength];
        command.TryWrite(buffer, out int written).ShouldBeTrue(description);
        written.ShouldBe(total, description);
        Convert.ToHexString(buffer.AsSpan(0, head.Length / 2)).ShouldBe(head, description);
        buffer.AsSpan(head.Length / 2, dataLength).IndexOfAnyExcept((byte)0x5A).ShouldBe(-1, description);
        Convert.ToHexString(buffer.AsSpan((head.Length / 2) + dataLength)).ShouldBe(tail, description);
    }

    [Theory]
    [InlineData("one data byte too many", 65536, 0)]
    [InlineData("one expected byte too many", 0, 65537)]
    [InlineData("negative expectation", 0, -1)]
    public void Lengths_that_no_case_holds_are_refused(string description, int dataLength, int expected)
    {
        byte[] data = new byte[dataLength];
        Should.Throw<ArgumentOutOfRangeException>(() => { _ = new CommandApdu(0, 0, 0, 0, data, expected); }, description);
    }

    [Fact]
    public void Buffer_that_is_one_byte_short_stays_untouched()
    {
        byte[] buffer = new byte[8];
        new CommandApdu(0x00, 0x20, 0x00, 0x80, "1234"u8).TryWrite(buffer, out int written).ShouldBeFalse();
        written.ShouldBe(0);
        buffer.ShouldAllBe(b => b == 0);
    }

    [Fact]
    public void Writing_allocates_nothing()
    {
        byte[] buffer = new byte[16];
        long before = 0, after = 1;
        for (int i = 0; i < 3; i++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            new CommandApdu(0x00, 0x20, 0x00, 0x80, "1234"u8).TryWrite(buffer, out _);
            after = GC.GetAllocatedBytesForCurrentThread();
        }

        after.ShouldBe(before);
    }
}
