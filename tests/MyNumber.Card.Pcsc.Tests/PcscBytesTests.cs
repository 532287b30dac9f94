using MyNumber.Card.Pcsc.Tests.Doubles;

namespace MyNumber.Card.Pcsc.Tests;

/// <summary>What a reader that names T=0 is given (ISO/IEC 7816-3, 12.2).</summary>
public sealed class PcscBytesTests
{
    private readonly FakePcsc _pcsc = new();
    private readonly PcscReader _reader;
    private readonly byte[] _response = new byte[258];

    public PcscBytesTests()
    {
        _pcsc.Plug("A");
        _pcsc.Insert("A");
        _reader = new PcscReaders(_pcsc, TimeProvider.System).Named("A");
    }

    [Theory]
    [InlineData("a header alone gets P3", new byte[] { 0x00, 0x20, 0x00, 0x80 }, new byte[] { 0x00, 0x20, 0x00, 0x80, 0x00 })]
    [InlineData("data with Le loses it", new byte[] { 0x00, 0x88, 0x00, 0x00, 0x02, 0x01, 0x02, 0x00 }, new byte[] { 0x00, 0x88, 0x00, 0x00, 0x02, 0x01, 0x02 })]
    [InlineData("data without Le stays", new byte[] { 0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, 0x0A }, new byte[] { 0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, 0x0A })]
    [InlineData("Le alone stays", new byte[] { 0x00, 0xB0, 0x00, 0x00, 0x04 }, new byte[] { 0x00, 0xB0, 0x00, 0x00, 0x04 })]
    [InlineData("extended Le stays", new byte[] { 0x00, 0xB0, 0x00, 0x00, 0x00, 0x04, 0x00 }, new byte[] { 0x00, 0xB0, 0x00, 0x00, 0x00, 0x04, 0x00 })]
    public void Command_over_bytes_takes_the_form_of_the_standard(string row, byte[] command, byte[] sent)
    {
        byte[] seen = [];
        _pcsc.Protocol = 1;
        _pcsc.Answer = received =>
        {
            seen = received;
            return [0x90, 0x00];
        };
        using PcscConnection connection = _reader.Connect(PcscConnectOptions.Default);
        connection.Protocol.ShouldBe(PcscProtocol.T0);
        connection.Transmit(command, _response).ShouldBe(2, row);
        seen.ShouldBe(sent, row);
    }
}
