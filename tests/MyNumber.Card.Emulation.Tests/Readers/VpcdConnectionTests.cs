using System.Runtime.CompilerServices;
using MyNumber.Card.Emulation.Readers;

namespace MyNumber.Card.Emulation.Tests.Readers;

public sealed class VpcdConnectionTests
{
    private const int Rounds = 200;

    [Fact]
    public async Task A_message_costs_no_allocation()
    {
        using ScriptedDriver driver = new();
        using Terminal terminal = new();
        using VpcdConnection connection = new();
        connection.Connect(driver.Address);
        await driver.AcceptAsync();
        for (int i = 0; i < 2 * Rounds; i++)
        {
            await driver.SendAsync("00A4040C0AD392F000260100000001");
        }

        Serve(connection, terminal.Card);
        Serve(connection, terminal.Card).ShouldBe(0);
    }

    [Fact]
    public async Task Buffers_are_zeroed_behind_a_message_and_its_answer()
    {
        using ScriptedDriver driver = new();
        using VpcdConnection connection = new();
        connection.Connect(driver.Address);
        await driver.AcceptAsync();
        await driver.SendAsync("0020008004", "04");
        connection.TryReceive(out ReadOnlySpan<byte> first).ShouldBeTrue();
        first.Length.ShouldBe(5);
        connection.Answer[..2].Fill(0x63);
        connection.Send(2);
        connection.Answer[..2].ToArray().ShouldBe(new byte[2]);
        ReceivedBehind(connection, 5).ShouldBe(new byte[4]);
    }

    [Theory]
    [InlineData("the driver hangs up in the middle of a command", "000900200080043132", false)]
    [InlineData("the driver hangs up behind a command that nobody answered", "00090020008004315A315A", true)]
    [InlineData("the driver hangs up with a second command on its way", "00090020008004315A315A0009002000800435", true)]
    public async Task Nothing_stays_of_a_command_when_the_link_ends(string description, string sent, bool isWhole)
    {
        using ScriptedDriver driver = new();
        using VpcdConnection connection = new();
        connection.Connect(driver.Address);
        await driver.AcceptAsync();
        await driver.SendRawAsync(sent);
        driver.HangUp();
        connection.TryReceive(out _).ShouldBe(isWhole, description);
        Incoming(connection).ShouldContain((byte)0x31, description);
        connection.Dispose();
        Incoming(connection).ShouldAllBe(octet => octet == 0, description);
    }

    [Fact]
    public async Task Nothing_stays_of_an_answer_that_could_not_be_sent()
    {
        using ScriptedDriver driver = new();
        using VpcdConnection connection = new();
        connection.Connect(driver.Address);
        await driver.AcceptAsync();
        connection.Answer.Fill(0x5A);
        connection.HangUp();
        Should.Throw<ObjectDisposedException>(() => connection.Send(258));
        Outgoing(connection).ShouldContain((byte)0x5A);
        connection.Dispose();
        Outgoing(connection).ShouldAllBe(octet => octet == 0);
    }

    [Fact]
    public async Task Hanging_up_leaves_a_message_that_is_in_work()
    {
        using ScriptedDriver driver = new();
        using VpcdConnection connection = new();
        connection.Connect(driver.Address);
        await driver.AcceptAsync();
        await driver.SendAsync("0020008004");
        connection.TryReceive(out ReadOnlySpan<byte> message).ShouldBeTrue();
        connection.HangUp();
        Convert.ToHexString(message).ShouldBe("0020008004");
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_incoming")]
    private static extern ref byte[] Incoming(VpcdConnection connection);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_outgoing")]
    private static extern ref byte[] Outgoing(VpcdConnection connection);

    private static byte[] ReceivedBehind(VpcdConnection connection, int length)
    {
        connection.TryReceive(out ReadOnlySpan<byte> next).ShouldBeTrue();
        next.ToArray().ShouldBe([0x04]);
        return System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(
            ref System.Runtime.InteropServices.MemoryMarshal.GetReference(next), length)[1..].ToArray();
    }

    private static long Serve(VpcdConnection connection, EmulatedCard card)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rounds; i++)
        {
            connection.TryReceive(out ReadOnlySpan<byte> message);
            connection.Send(VpcdCard.Answer(card, message, connection.Answer));
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
