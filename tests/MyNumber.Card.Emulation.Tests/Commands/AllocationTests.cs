namespace MyNumber.Card.Emulation.Tests.Commands;

/// <summary>A command without cryptography allocates nothing inside the card, decision log included.</summary>
public sealed class AllocationTests
{
    private static readonly Dictionary<string, string> Commands = new()
    {
        ["SELECT of an application"] = Terminal.SelectInputSupport,
        ["SELECT with control information"] = "00A404000AD392100031000101040800",
        ["SELECT of the next application"] = "00A4040201D300",
        ["SELECT of a file"] = "00A4020C020002",
        ["READ BINARY"] = "00B0820000",
        ["READ BINARY refused"] = "00B0830000",
        ["READ RECORD refused"] = "00B2010C00",
        ["question about tries"] = "00200091",
        ["GET CHALLENGE"] = "0084000008",
        ["GET DATA"] = "00CA5F5100",
        ["CHANGE REFERENCE DATA refused"] = "0024019104" + "31323334",
        ["unknown instruction"] = "00FF0000",
        ["no command"] = "00",
    };

    [Theory]
    [InlineData("SELECT of an application")]
    [InlineData("SELECT with control information")]
    [InlineData("SELECT of the next application")]
    [InlineData("SELECT of a file")]
    [InlineData("READ BINARY")]
    [InlineData("READ BINARY refused")]
    [InlineData("READ RECORD refused")]
    [InlineData("question about tries")]
    [InlineData("GET CHALLENGE")]
    [InlineData("GET DATA")]
    [InlineData("CHANGE REFERENCE DATA refused")]
    [InlineData("unknown instruction")]
    [InlineData("no command")]
    public void Nothing_is_allocated_by(string description)
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectInputSupport);
        byte[] command = Convert.FromHexString(Commands[description]);
        byte[] response = new byte[258];
        Repeat(terminal.Card, command, response);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(terminal.Card, command, response);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static void Repeat(EmulatedCard card, byte[] command, byte[] response)
    {
        for (int i = 0; i < 600; i++)
        {
            card.Process(command, response);
        }
    }
}
