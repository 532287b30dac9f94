namespace MyNumber.Card.Emulation.Tests.Commands;

/// <summary>Whatever comes, the card answers a status word, and never data that its access rules close.</summary>
public sealed class MalformedCommandTests
{
    private const int Seed = 20260401;

    private static readonly string[] Corpus =
    [
        Terminal.SelectJpki, Terminal.SelectInputSupport, "00A4020C020001", "00A4020C020018", "00200080", "00B0000000", "00B0810011",
        "00B00000000000", "802A009701AA00", "002401980431323334", "0084000008", "00A404000AD392F00026010000000100", "00A4040002D39200",
    ];

    [Fact]
    public void Random_bytes_are_always_answered()
    {
        Random random = new(Seed);
        using Terminal terminal = Terminal.WithCertificates();
        for (int i = 0; i < 100_000; i++)
        {
            byte[] command = new byte[random.Next(0, 24)];
            random.NextBytes(command);
            AssertAnswer(terminal.SendBytes(command));
        }
    }

    [Fact]
    public void Mutated_commands_are_always_answered_and_open_nothing()
    {
        Random random = new(Seed);
        using Terminal terminal = Terminal.WithCertificates();
        for (int i = 0; i < 100_000; i++)
        {
            byte[] command = Mutate(Convert.FromHexString(Corpus[random.Next(Corpus.Length)]), random);
            byte[] answer = terminal.SendBytes(command);
            AssertAnswer(answer);
            answer.AsSpan().IndexOf("123456789018"u8).ShouldBe(-1);
            answer.AsSpan().IndexOf("見本"u8).ShouldBe(-1);
            answer.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x11, 0x11, 0x11, 0x11, 0x11, 0x11]).ShouldBe(-1);
        }
    }

    [Fact]
    public void Every_header_alone_is_answered()
    {
        using Terminal terminal = Terminal.WithCertificates().After(Terminal.SelectJpki, "00A4020C020018");
        for (int code = 0; code <= 0xFFFF; code++)
        {
            AssertAnswer(terminal.SendBytes([(byte)(code >> 8), (byte)(code & 0xFF), 0x00, 0x00]));
        }
    }

    [Fact]
    public void The_longest_extended_command_is_answered()
    {
        using Terminal terminal = new Terminal().After(Terminal.SelectJpki, Terminal.VerifyAuthenticationPin);
        byte[] command = new byte[4 + 3 + 65535 + 2];
        Convert.FromHexString("802A009700FFFF").CopyTo(command, 0);
        terminal.SendBytes(command).ShouldBe([0x69, 0x85]);
    }

    private static byte[] Mutate(byte[] command, Random random)
    {
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            switch (random.Next(3))
            {
                case 0 when command.Length > 0:
                    command[random.Next(command.Length)] ^= (byte)(1 << random.Next(8));
                    break;
                case 1 when command.Length > 0:
                    Array.Resize(ref command, random.Next(command.Length));
                    break;
                default:
                    Array.Resize(ref command, command.Length + random.Next(1, 4));
                    break;
            }
        }

        return command;
    }

    private static void AssertAnswer(byte[] answer)
    {
        if (answer.Length < 2 || (answer[^2] is not (0x90 or (>= 0x61 and <= 0x6F))) || (answer.Length > 2 && (answer[^2] != 0x90 || answer[^1] != 0x00)))
        {
            Assert.Fail("An answer must end in a status word, and only 9000 may follow data.");
        }
    }
}
