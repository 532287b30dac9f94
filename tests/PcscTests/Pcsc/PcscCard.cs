using MyNumber.Card.Pcsc;
using MyNumber.PcscTests.Harness;

namespace MyNumber.PcscTests.Pcsc;

/// <summary>What the tests of our own PC/SC layer say again and again.</summary>
internal static class PcscCard
{
    /// <summary>Without the wait for others, so that a test which holds a card too long fails instead of waiting.</summary>
    public static readonly PcscConnectOptions Free = new() { HoldTransaction = false };

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static readonly byte[] SelectJpki = Convert.FromHexString("00A4040C0AD392F000260100000001");
    public static readonly byte[] SelectLoginPin = Convert.FromHexString("00A4020C020018");
    public static readonly byte[] SelectLoginKey = Convert.FromHexString("00A4020C020017");
    public static readonly byte[] AskTries = Convert.FromHexString("00200080");

    public static PcscReader First => new PcscReaders().Named(PcscDaemon.FirstReader);

    public static PcscReader Second => new PcscReaders().Named(PcscDaemon.SecondReader);

    /// <summary>VERIFY of the login PIN that <see cref="TestCard"/> has.</summary>
    public static byte[] VerifyLogin => [0x00, 0x20, 0x00, 0x80, 0x04, .. System.Text.Encoding.ASCII.GetBytes(TestCard.LoginPin)];

    /// <summary>Sends a command and tells the status word.</summary>
    public static string Send(this PcscConnection connection, byte[] command)
    {
        byte[] response = new byte[258];
        int length = connection.Transmit(command, response);
        return Convert.ToHexString(response, length - 2, 2);
    }

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Limit);
}
