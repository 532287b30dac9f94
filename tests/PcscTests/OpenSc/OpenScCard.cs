using MyNumber.PcscTests.Harness;
using MyNumber.TestKit;

namespace MyNumber.PcscTests.OpenSc;

/// <summary>A card in the first reader, OpenSC's programs, and the dialogue that each of them has with the card.</summary>
internal sealed class OpenScCard : IAsyncDisposable
{
    public const string LoginToken = "JPKI (User Authentication PIN)";
    public const string SignatureToken = "JPKI (Digital Signature PIN)";

    // OpenSC's programs take a PIN from the environment, where no list of processes shows it.
    public const string LoginPin = "env:LOGIN_PIN";
    public const string SignaturePin = "env:SIGNATURE_PIN";
    public const string WrongPin = "env:WRONG_PIN";

    private static readonly Dictionary<string, string> _pins = new()
    {
        ["LOGIN_PIN"] = TestCard.LoginPin,
        ["SIGNATURE_PIN"] = TestCard.SignaturePin,
        ["WRONG_PIN"] = "0000",
    };

    private readonly CardInReader _reader;

    private OpenScCard(CardInReader reader) => _reader = reader;

    public CardInReader Reader => _reader;

    /// <summary>Where the programs run and leave their files.</summary>
    public TemporaryFolder Folder { get; } = new();

    /// <summary>The PKCS#11 module.</summary>
    public static string Module => Libraries.Find("opensc-pkcs11.so", "opensc-pkcs11");

    public static async Task<OpenScCard> InsertAsync(PcscDaemon daemon, Card.Emulation.EmulatedCardOptions? options = null) =>
        new(await CardInReader.InsertAsync(daemon, new TestCard(options)));

    /// <summary>Runs one of OpenSC's programs on the card.</summary>
    public ProgramOutcome Run(string program, params string[] arguments)
    {
        _reader.ForgetExchanges();
        return OutsideProgram.Require(program, "opensc").RunWith(new ProgramSetting(Folder.Path) { Environment = _pins }, arguments);
    }

    public ProgramOutcome Pkcs15(params string[] arguments) => Run("pkcs15-tool", ["--reader", "0", .. arguments]);

    public ProgramOutcome Pkcs11(params string[] arguments) => Run("pkcs11-tool", ["--module", Module, .. arguments]);

    public ProgramOutcome LogIn(string token, string pin, params string[] arguments) => Pkcs11(["--token-label", token, "--login", "--pin", pin, .. arguments]);

    /// <summary>The dialogue of the last run behind the driver probe, whose 29 refusals are held here.</summary>
    public string[] TakeDialogue()
    {
        Exchange[] all = _reader.TakeExchanges();
        all.Take(29).Select(one => one.Command).ShouldBe(Dialogue.DriverProbe);
        all.Take(29).ShouldAllBe(one => one.StatusWord.StartsWith('6') && one.Data.Length == 0);
        return [.. all.Skip(29).Select(one => one.ToString())];
    }

    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync();
        Folder.Dispose();
    }
}
