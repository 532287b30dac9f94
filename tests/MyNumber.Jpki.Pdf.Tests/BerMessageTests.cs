using MyNumber.Jpki.Pdf.Verification;

namespace MyNumber.Jpki.Pdf.Tests;

/// <summary>Indefinite lengths (X.690 §8.1.3.6) become definite ones; the bytes are those of the standard's rules, written by hand.</summary>
public sealed class BerMessageTests
{
    [Theory]
    [InlineData("definite", "3003020105", "3003020105", 5)]
    [InlineData("zeros behind it are left", "30030201050000", "3003020105", 5)]
    [InlineData("indefinite", "30800201050000", "3003020105", 7)]
    [InlineData("empty", "30800000", "3000", 4)]
    [InlineData("nested", "3080A08002010500000000", "3005A003020105", 11)]
    [InlineData("two in one", "3080A0800000A18000000000", "3004A000A100", 12)]
    [InlineData("zeros behind the end are left", "308000000000", "3000", 4)]
    [InlineData("indefinite in definite stays", "3006308002010500", "3006308002010500", 8)]
    [InlineData("long form of a short length stays", "308103020105", "308103020105", 6)]
    public void Message_is_written_with_definite_lengths(string row, string input, string expected, int taken)
    {
        byte[]? message = BerMessage.Read(Convert.FromHexString(input), out int consumed);
        message.ShouldBe(Convert.FromHexString(expected), row);
        consumed.ShouldBe(taken, row);
    }

    [Theory]
    [InlineData("127 bytes", 125, "307F047D")]
    [InlineData("128 bytes", 126, "308180047E")]
    [InlineData("256 bytes", 253, "308201000481FD")]
    public void Length_is_written_in_the_fewest_bytes(string row, int length, string head)
    {
        byte[] inner = length < 128 ? [0x04, (byte)length, .. new byte[length]] : [0x04, 0x81, (byte)length, .. new byte[length]];
        byte[]? message = BerMessage.Read([0x30, 0x80, .. inner, 0x00, 0x00], out _);
        Convert.ToHexString(message!).ShouldStartWith(head, Case.Sensitive, row);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("one byte", "30")]
    [InlineData("zeros only", "00000000")]
    [InlineData("no sequence", "020105")]
    [InlineData("a set", "31800000")]
    [InlineData("no end", "3080020105")]
    [InlineData("half an end", "308002010500")]
    [InlineData("inner one without an end", "3080A0800201050000")]
    [InlineData("primitive of indefinite length", "3080048000000000")]
    [InlineData("octets in pieces", "3080248004010500000000")]
    [InlineData("tag of several bytes", "30801F81000000")]
    [InlineData("longer than the input", "3004020105")]
    [InlineData("longer inside", "30800204050000")]
    [InlineData("length of five bytes", "30850000000003020105")]
    [InlineData("length cut off", "3082")]
    [InlineData("reserved length", "30FF020105")]
    public void What_is_no_message_is_refused(string row, string input)
    {
        BerMessage.Read(Convert.FromHexString(input), out int consumed).ShouldBeNull(row);
        consumed.ShouldBe(0, row);
    }

    [Theory]
    [InlineData("as deep as is read", 16, true)]
    [InlineData("deeper", 17, false)]
    public void Depth_is_bounded(string row, int depth, bool isRead)
    {
        string input = string.Concat(Enumerable.Repeat("3080", depth)) + string.Concat(Enumerable.Repeat("0000", depth));
        (BerMessage.Read(Convert.FromHexString(input), out _) is not null).ShouldBe(isRead, row);
    }
}
