using System.Text;
using MyNumber.PcscTests.Harness;

namespace MyNumber.PcscTests.OpenSc;

/// <summary>What OpenSC 0.23 and a card say to each other, in the words of its observed dialogues: each method adds the commands and answers of one step.</summary>
internal sealed class Dialogue
{
    /// <summary>What the drivers that OpenSC asks before the right one send, 29 commands; a card that answers one of them 9000 is taken for another kind.</summary>
    public static readonly string[] DriverProbe =
    [
        "00A4040007627601FF000000",
        "00A4040006A00000000101",
        "00A404000BE82B0601040181C31F020100",
        "00A4040C0FD23300000045737445494420763335",
        "00CADF3005",
        "00CB3FFF035C017E08",
        "00A4040009A0000003080000100000",
        "00A4040009A0000003080000100000",
        "00A4040C07A000000116DB0000",
        "00A4040C07A000000079100000",
        "00A4040C07A000000079010000",
        "00A4040C07A000000079010100",
        "00A4040C07A000000079010200",
        "00A4040C07A000000079010300",
        "00A4040C07A000000079010400",
        "00A4040C07A000000079010500",
        "00A4040C07A000000079010600",
        "00A4040C07A000000079010700",
        "00A4040C07A000000079010800",
        "00A4040C07A000000079010900",
        "00A4040C07A000000079010A00",
        "00A4040C07A000000079010B00",
        "00A4040C07A000000079010C00",
        "00A4040C07A000000079010D00",
        "00A4040C07A000000079010E00",
        "00A4040C07A000000079010F00",
        "00A404000CF276A288BCFBA69D34F31001",
        "00A4040009A0000003974254465900",
        "00A4040006D2760001240100",
    ];

    private readonly List<string> _lines = [];

    public string[] Lines => [.. _lines];

    /// <summary>One command with its answer's length, where it has data, and status word.</summary>
    public Dialogue Say(string line)
    {
        _lines.Add(line);
        return this;
    }

    public Dialogue Application() => Say("00A4040C0AD392F000260100000001 9000");

    public Dialogue File(string identifier) => Say($"00A4020C02{identifier} 9000");

    /// <summary>Asks for the tries left, of the user authentication PIN (0018) or the signature PIN (001B).</summary>
    public Dialogue Tries(string file, string answer, int times = 1)
    {
        for (int i = 0; i < times; i++)
        {
            File(file).Say($"00200080 {answer}");
        }

        return this;
    }

    /// <summary>Enters a PIN.</summary>
    public Dialogue Verify(string file, string pin, string answer = "9000") =>
        File(file).Say($"00200080{pin.Length:X2}{Convert.ToHexString(Encoding.ASCII.GetBytes(pin))} {answer}");

    /// <summary>Signs a DigestInfo with the user authentication key (0017) or the signature key (001A).</summary>
    public Dialogue Sign(string file, byte[] digestInfo) =>
        File(file).Say($"802A0080{digestInfo.Length:X2}{Convert.ToHexString(digestInfo)}00 [256] 9000");

    /// <summary>Binds: the application and both counters.</summary>
    public Dialogue Bind(string login = "63C3", string signature = "63C5") => Application().Tries("0018", login).Tries("001B", signature);

    /// <summary>Reads a certificate: its head, then pieces of 256 bytes, the last one by its exact length.</summary>
    public Dialogue Certificate(string file, byte[] certificate)
    {
        File(file).Say("00B0000004 [4] 9000");
        for (int offset = 0; offset < certificate.Length; offset += 256)
        {
            int length = Math.Min(256, certificate.Length - offset);
            Say($"00B0{offset:X4}{length & 0xFF:X2} [{length}] 9000");
        }

        return this;
    }

    /// <summary>Tries the signature certificate before its PIN and is refused.</summary>
    public Dialogue ClosedCertificate() => File("0001").Say("00B0000004 6982");

    /// <summary>What every PKCS#11 program begins with.</summary>
    public Dialogue Load(string login = "63C3", string signature = "63C5") => Bind(login, signature)
        .Certificate("000A", TestCard.LoginCertificate).ClosedCertificate()
        .Certificate("000A", TestCard.LoginCertificate)
        .Certificate("000B", TestCard.LoginAuthorityCertificate)
        .Certificate("0002", TestCard.SignatureAuthorityCertificate);
}
