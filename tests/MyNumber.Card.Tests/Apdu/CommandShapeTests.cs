using MyNumber.Card.Apdu;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Apdu;

public sealed class CommandShapeTests
{
    [Theory]
    [InlineData("case 1", "00200080", ApduCase.Header, 0)]
    [InlineData("case 2S", "00B0000000", ApduCase.ExpectShort, 0)]
    [InlineData("case 2E", "00B00000000000", ApduCase.ExpectExtended, 0)]
    [InlineData("case 3S", "002000800431323334", ApduCase.DataShort, 4)]
    [InlineData("case 3E", "002000800000023132", ApduCase.DataExtended, 2)]
    [InlineData("case 4S", "802A008001AA00", ApduCase.DataExpectShort, 1)]
    [InlineData("case 4E", "802A0080000001AA0000", ApduCase.DataExpectExtended, 1)]
    public void Fields_are_found(string description, string command, ApduCase expected, int dataLength)
    {
        CommandShape.TryFind(ScriptedChannel.Hex(command), out CommandShape shape).ShouldBeTrue(description);
        shape.Case.ShouldBe(expected, description);
        shape.DataLength.ShouldBe(dataLength, description);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("three bytes", "00A404")]
    [InlineData("data shorter than Lc", "0020008004313233")]
    [InlineData("two bytes too many", "00200080013100FF")]
    [InlineData("extended marker and one byte", "00B000000000")]
    [InlineData("extended Lc of zero", "00B000000000000000")]
    [InlineData("extended data shorter than Lc", "00200080000004313233")]
    [InlineData("one byte where extended Le has two", "00200080000001310")]
    public void Bytes_that_are_no_command_are_told(string description, string command) =>
        CommandShape.TryFind(ScriptedChannel.Hex(command.Length % 2 == 0 ? command : command + "0"), out _).ShouldBeFalse(description);
}
