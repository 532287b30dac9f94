using MyNumber.Card.Apdu;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Apdu;

public sealed class CommandShapeTests
{
    private static readonly Dictionary<string, string> NoCommands = new()
    {
        ["nothing"] = "",
        ["three bytes"] = "00A404",
        ["data shorter than Lc"] = "0020008004313233",
        ["two bytes too many"] = "00200080013100FF",
        ["extended marker and one byte"] = "00B000000000",
        ["extended Lc of zero"] = "00B000000000000000",
        ["extended data shorter than Lc"] = "00200080000004313233",
        ["one byte where extended Le has two"] = "00200080000001310",
    };

    private static readonly Dictionary<string, string> Commands = new()
    {
        ["case 1"] = "00200080",
        ["case 2S"] = "00B0000000",
        ["case 2E"] = "00B00000000000",
        ["case 3S"] = "002000800431323334",
        ["case 3E"] = "002000800000023132",
        ["case 4S"] = "802A008001AA00",
        ["case 4E"] = "802A0080000001AA0000",
    };

    [Theory]
    [InlineData("case 1", ApduCase.Header, 0)]
    [InlineData("case 2S", ApduCase.ExpectShort, 0)]
    [InlineData("case 2E", ApduCase.ExpectExtended, 0)]
    [InlineData("case 3S", ApduCase.DataShort, 4)]
    [InlineData("case 3E", ApduCase.DataExtended, 2)]
    [InlineData("case 4S", ApduCase.DataExpectShort, 1)]
    [InlineData("case 4E", ApduCase.DataExpectExtended, 1)]
    public void Fields_are_found(string description, ApduCase expected, int dataLength)
    {
        CommandShape.TryFind(ScriptedChannel.Hex(Commands[description]), out CommandShape shape).ShouldBeTrue(description);
        shape.Case.ShouldBe(expected, description);
        shape.DataLength.ShouldBe(dataLength, description);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("three bytes")]
    [InlineData("data shorter than Lc")]
    [InlineData("two bytes too many")]
    [InlineData("extended marker and one byte")]
    [InlineData("extended Lc of zero")]
    [InlineData("extended data shorter than Lc")]
    [InlineData("one byte where extended Le has two")]
    public void Bytes_that_are_no_command_are_told(string description) =>
        CommandShape.TryFind(ScriptedChannel.Hex(NoCommands[description].Length % 2 == 0 ? NoCommands[description] : NoCommands[description] + "0"), out _).ShouldBeFalse(description);
}
