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
