using System.Formats.Asn1;
using System.Text;
using MyNumber.Jpki.Revocation.Crl;

namespace MyNumber.Jpki.Tests.Revocation.Crl;

public sealed class CrlTimeTests
{
    // Seconds by `date -u -d ... +%s`.
    [Theory]
    [InlineData("epoch", 0x17, "700101000000Z", 0L)]
    [InlineData("last second of UTCTime's window", 0x17, "491231235959Z", 2524607999L)]
    [InlineData("first year of UTCTime's window", 0x17, "500101000000Z", -631152000L)]
    [InlineData("leap day", 0x17, "240229123456Z", 1709210096L)]
    [InlineData("end of a Japanese day", 0x17, "260601145959Z", 1780325999L)]
    [InlineData("GeneralizedTime past the window", 0x18, "20500101000000Z", 2524608000L)]
    public void Time_is_counted_in_seconds(string description, int tag, string text, long seconds) =>
        CrlTime.ToUnixSeconds((byte)tag, Encoding.ASCII.GetBytes(text)).ShouldBe(seconds, description);

    [Theory]
    [InlineData("29 February of a common year", 0x17, "230229000000Z")]
    [InlineData("month 13", 0x17, "231301000000Z")]
    [InlineData("month 0", 0x17, "230001000000Z")]
    [InlineData("day 0", 0x17, "230100000000Z")]
    [InlineData("hour 24", 0x17, "230101240000Z")]
    [InlineData("minute 60", 0x17, "230101006000Z")]
    [InlineData("leap second", 0x17, "161231235960Z")]
    [InlineData("no seconds", 0x17, "2301010000Z")]
    [InlineData("offset in place of Z", 0x17, "230101000000+")]
    [InlineData("a letter", 0x17, "23O101000000Z")]
    [InlineData("fraction", 0x18, "20230101000000.5Z")]
    [InlineData("year 0", 0x18, "00000101000000Z")]
    [InlineData("another tag", 0x16, "230101000000Z")]
    public void Wrong_time_is_a_flaw(string description, int tag, string text) =>
        Should.Throw<AsnContentException>(() => CrlTime.ToUnixSeconds((byte)tag, Encoding.ASCII.GetBytes(text)), description);
}
