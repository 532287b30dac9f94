using MyNumber.PcscTests.Harness;
using MyNumber.TestKit;

namespace MyNumber.PcscTests.OpenSc;

/// <summary>A card in the first reader, OpenSC's programs, and the dialogue that each of them has with the card.</summary>
internal sealed class OpenScCard : IAsyncDisposable
{
    public const string LoginToken = "JPKI (User Authentication PIN)";
    public const string SignatureToken = "JPKI (Digital Signature PIN)";

    private readonly CardInReader _reader;

    private OpenScCard(CardInReader reader) => _reader = reader;

    public CardInReader Reader => _reader;

    /// <summary>The PKCS#11 module.</summary>
    public static string Module => OutsideProgram.RequireFile(
        Directory.EnumerateFiles("/usr/lib", "opensc-pkcs11.so", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }).FirstOrDefault("opensc-pkcs11.so"),
        "opensc-pkcs11");

    public static async Task<OpenScCard> InsertAsync(PcscDaemon daemon, Card.Emulation.EmulatedCardOptions? options = null) =>
        new(await CardInReader.InsertAsync(daemon, new TestCard(options)));

    /// <summary>Runs one of OpenSC's programs on the card.</summary>
    public ProgramOutcome Run(string program, params string[] arguments)
    {
        _reader.ForgetExchanges();
        return OutsideProgram.Require(program, "opensc").Run(arguments);
    }

    public ProgramOutcome Pkcs15(params string[] arguments) => Run("pkcs15-tool", ["--reader", "0", .. arguments]);

    public ProgramOutcome Pkcs11(params string[] arguments) => Run("pkcs11-tool", ["--module", Module, .. arguments]);

    /// <summary>The dialogue of the last run behind the driver probe, whose 29 refusals are held here.</summary>
    public string[] TakeDialogue()
    {
        Exchange[] all = _reader.TakeExchanges();
        all.Take(29).Select(one => one.Command).ShouldBe(Dialogue.DriverProbe);
        all.Take(29).ShouldAllBe(one => one.StatusWord.StartsWith('6') && one.Data.Length == 0);
        return [.. all.Skip(29).Select(one => one.ToString())];
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();
}
