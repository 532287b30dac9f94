using System.Text;

namespace MyNumber.Card.Emulation.Tests.Commands;

/// <summary>Random and mutated commands that present no right value: the card neither throws nor tells a closed value.</summary>
public sealed class RandomCommandTests
{
    private const int Count = 200_000;

    private static readonly byte[] Classes = [0x00, 0x00, 0x00, 0x80, 0x80, 0x08, 0x0C, 0x01, 0x10];
    private static readonly byte[] Instructions = [0xA4, 0xB0, 0xB2, 0x20, 0x24, 0x32, 0x84, 0xCA, 0xAE, 0xA2, 0xD6, 0xFC, 0xC0];
    private static readonly string[] Selections =
        [Terminal.SelectJpki, Terminal.SelectInputSupport, Terminal.SelectSurface, Terminal.SelectResidence, Terminal.SelectCommon, Terminal.SelectIssuer];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Nothing_closed_comes_out(int seed)
    {
        using Terminal terminal = Terminal.WithCertificates();
        byte[][] closed =
        [
            "123456789018"u8.ToArray(), Encoding.UTF8.GetBytes("見本"), Encoding.UTF8.GetBytes("霞が関"), [0x0D, 0x0A, 0x87, 0x0A], [.. "IHDR"u8], [0x11, 0x11, 0x11, 0x11],
        ];
        byte[] response = new byte[65538];
        ulong state = (ulong)seed;
        for (int i = 0; i < Count; i++)
        {
            byte[] command = Next(ref state);
            int written = terminal.Card.Process(command, response);
            written.ShouldBeGreaterThanOrEqualTo(2);
            foreach (byte[] value in closed)
            {
                if (written > 2 && command[1] != 0x84 && response.AsSpan(0, written).IndexOf(value) >= 0)
                {
                    Assert.Fail($"Seed {seed}, command {i}: {Convert.ToHexString(command)}");
                }
            }
        }
    }

    private static byte[] Next(ref ulong state)
    {
        if (Number(ref state, 8) == 0)
        {
            return Convert.FromHexString(Selections[Number(ref state, Selections.Length)]);
        }

        byte[] command = new byte[4 + Number(ref state, 24)];
        for (int i = 0; i < command.Length; i++)
        {
            command[i] = (byte)Number(ref state, 256);
        }

        command[0] = Classes[Number(ref state, Classes.Length)];
        command[1] = Instructions[Number(ref state, Instructions.Length)];
        command[2] = Number(ref state, 2) == 0 ? (byte)Number(ref state, 5) : command[2];
        command[3] = Number(ref state, 2) == 0 ? (byte)(0x80 + Number(ref state, 31)) : command[3];
        return Number(ref state, 2) == 0 ? command[..Math.Min(command.Length, 5)] : command;
    }

    // xorshift64*, so that a seed gives the same commands everywhere.
    private static int Number(ref ulong state, int limit)
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return (int)((unchecked(state * 0x2545F4914F6CDD1DUL) >> 33) % (ulong)limit);
    }
}
