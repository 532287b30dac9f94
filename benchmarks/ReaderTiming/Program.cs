using MyNumber.Card.Channels;
using MyNumber.Card.Pcsc;
using MyNumber.PcscTests.Harness;
using MyNumber.ReaderTiming;
using MyNumber.TestKit;

// Runs in the card room: eng/card-room.sh dotnet run -c Release --no-build --project benchmarks/ReaderTiming
byte[] selectApplication = Convert.FromHexString("00A4040C0AD392F000260100000001");
byte[] selectCertificate = Convert.FromHexString("00A4020C02000A");
byte[] readFour = Convert.FromHexString("00B0000004");
byte[] readFull = Convert.FromHexString("00B0000000");
byte[] response = new byte[65538];

using PcscDaemon daemon = new() { LogsCommands = false };
await using CardInReader inserted = await CardInReader.InsertAsync(daemon);
using TestCard direct = new();
direct.Card.PowerOn();
direct.Card.Process(selectApplication, response);
direct.Card.Process(selectCertificate, response);

Timings.PrintHead();
Timings.Print("READ BINARY of 4 bytes, the emulated card itself", 20_000, () => direct.Card.Process(readFour, response));
using (DirectReader reader = new(PcscDaemon.FirstReader))
{
    reader.Transmit(selectApplication, response);
    reader.Transmit(selectCertificate, response);
    Timings.Print("READ BINARY of 4 bytes, through pcscd and vpcd", 10_000, () => reader.Transmit(readFour, response));
    Timings.Print("READ BINARY of 256 bytes, through pcscd and vpcd", 10_000, () => reader.Transmit(readFull, response));
}

using (ICardConnection connection = new PcscReaders().Named(PcscDaemon.FirstReader).Connect())
{
    connection.Transmit(selectApplication, response);
    connection.Transmit(selectCertificate, response);
    Timings.Print("READ BINARY of 4 bytes, MyNumber.Card.Pcsc through pcscd and vpcd", 10_000, () => connection.Transmit(readFour, response));
    await Timings.PrintAsync(
        "READ BINARY of 4 bytes, the same by TransmitAsync", 10_000, async () => await connection.TransmitAsync(readFour, response));
    Timings.Print("SELECT of an application, MyNumber.Card.Pcsc through pcscd and vpcd", 10_000, () => connection.Transmit(selectApplication, response));
    await Timings.PrintAsync(
        "SELECT of an application, the same by TransmitAsync", 10_000, async () => await connection.TransmitAsync(selectApplication, response));
}

using TemporaryFolder folder = new();
folder.Write("input", "A message that nobody need keep.\n"u8);
ProgramSetting setting = new(folder.Path) { Environment = new Dictionary<string, string> { ["LOGIN_PIN"] = TestCard.LoginPin } };
OutsideProgram pkcs11 = OutsideProgram.Require("pkcs11-tool", "opensc");
string module = Libraries.Find("opensc-pkcs11.so", "opensc-pkcs11");
Timings.Print("pkcs11-tool --sign, the whole program", 50, () =>
{
    ProgramOutcome outcome = pkcs11.RunWith(
        setting, "--module", module, "--token-label", "JPKI (User Authentication PIN)", "--login", "--pin", "env:LOGIN_PIN",
        "--id", "01", "--sign", "--mechanism", "SHA256-RSA-PKCS", "-i", "input", "-o", "signature");
    if (outcome.ExitCode != 0)
    {
        throw new InvalidOperationException(outcome.All);
    }
});
