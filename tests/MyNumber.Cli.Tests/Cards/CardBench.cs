using System.Security.Cryptography;
using System.Text;
using MyNumber.Card.Channels;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Cli.Cards;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Verbs;
using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using MyNumber.TestKit;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.Cli.Tests.Cards;

/// <summary>The verbs over an emulated card in this process. Its PINs stand in variables, and no run may say one of them.</summary>
internal sealed class CardBench : ICardReaderSource, IDisposable
{
    private static readonly Lazy<(byte[] Login, byte[] LoginAuthority, byte[] Signature, byte[] SignatureAuthority)> _issued = new(Issue);

    private readonly List<ICardReader> _readers = [];

    public CardBench(EmulatedCardOptions? options = null, CardProfile? profile = null)
    {
        using RSA authentication = LabKeyPool.Load(5);
        using RSA signature = LabKeyPool.Load(6);
        Card = new EmulatedCardBuilder(Holder()).WithProfile(profile ?? CardProfile.IndividualNumberCard).WithOptions(options ?? EmulatedCardOptions.Default)
            .WithKey(CardKeyPurpose.UserAuthentication, authentication).WithKey(CardKeyPurpose.Signature, signature).Build();
        Card.InstallCertificate(CardKeyPurpose.UserAuthentication, _issued.Value.Login, _issued.Value.LoginAuthority);
        if (profile is null)
        {
            Card.InstallCertificate(CardKeyPurpose.Signature, _issued.Value.Signature, _issued.Value.SignatureAuthority);
        }

        Reader.Insert(Card);
        _readers.Add(Reader);
    }

    public static byte[] SignatureCertificate => _issued.Value.Signature;

    public static byte[] LoginCertificate => _issued.Value.Login;

    public EmulatedCard Card { get; }

    public EmulatedReader Reader { get; } = new("Bench Reader 0");

    public TemporaryFolder Folder { get; } = new();

    /// <summary>The environment of the runs: the card's secrets and some that are not.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal)
    {
        ["LOGIN"] = "8624",
        ["SIGN"] = "ZQ73XK",
        ["RESIDENCE"] = "7351",
        ["INPUT"] = "9268",
        ["MATCHING_A"] = "123456789018",
        ["MATCHING_B"] = "02040120347159",
        ["BIRTH"] = "020401",
        ["WRONG"] = "5047",
        ["WRONG_PASSWORD"] = "WRONG55X",
        ["WRONG_A"] = "987654321098",
        ["WRONG_B"] = "11111111222233",
        ["WRONG_BIRTH"] = "630214",
        ["SHORT"] = "862",
        ["LONG"] = "86248624862486248",
        ["LETTERS"] = "86Z4",
        ["ONLY_DIGITS"] = "58309217",
        ["NEW"] = "6039",
        ["NEW_PASSWORD"] = "NEWPW09ab",
        ["EMPTY"] = string.Empty,
    };

    public Dictionary<int, string> Descriptors { get; } = [];

    /// <summary>What a descriptor is instead of a text.</summary>
    public Func<int, Stream>? Opening { get; set; }

    /// <summary>What a person types at the terminal; without it there is none.</summary>
    public string? Typed { get; set; }

    /// <summary>What the readers say instead of themselves.</summary>
    public Func<IReadOnlyList<ICardReader>>? Listing { get; set; }

    public ManualTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 10, 0, 0, 0, TimeSpan.Zero));

    public IReadOnlyList<ICardReader> List() => Listing is null ? _readers : Listing();

    public void Add(ICardReader reader) => _readers.Add(reader);

    public ToolRun Run(string line, string input = "", CancellationToken cancellation = default) => Run(line, new MemoryStream(Encoding.UTF8.GetBytes(input)), cancellation);

    public ToolRun Run(string line, Stream input, CancellationToken cancellation = default)
    {
        StringWriter output = new();
        StringWriter error = new();
        Queue<char> keys = new(Typed ?? string.Empty);
        CliStreams streams = new(output, error)
        {
            OpenInput = () => input,
            HasDescriptor = number => number == 0 || Opening is not null || Descriptors.ContainsKey(number),
            OpenDescriptor = number => Opening is not null ? Opening(number) : Descriptors.TryGetValue(number, out string? text) ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : throw new IOException("hidden"),
            ReadVariable = name => Variables.GetValueOrDefault(name),
            ReadKey = Typed is null ? null : _ => Key(keys.Dequeue()),
        };
        ExitCode code = CliApplication.Run(["card", .. line.Split(' '), .. line.EndsWith("--lang", StringComparison.Ordinal) ? ["ja"] : new[] { "--lang", "en" }], streams, [CardVerbs.Group(this, Clock)], cancellation);
        ToolRun run = new(code, output.ToString(), error.ToString());
        Guard(run, line);
        return run;
    }

    /// <summary>The tries left of a reference, as the tool tells them.</summary>
    public int? Tries(string pin) => Run("pins --json").Json.First(row => row.GetProperty("pin").GetString() == pin).GetProperty("triesLeft") is { ValueKind: System.Text.Json.JsonValueKind.Number } left ? left.GetInt32() : null;

    public void Dispose()
    {
        Card.Dispose();
        Folder.Dispose();
    }

    private void Guard(ToolRun run, string line)
    {
        foreach ((string name, string secret) in Variables.Where(row => row.Value.Length > 3))
        {
            run.Error.ShouldNotContain(secret, Case.Insensitive, name);
            if (!line.Contains("--reveal", StringComparison.Ordinal) && !run.Output.Contains("BEGIN CERTIFICATE", StringComparison.Ordinal))
            {
                run.Output.ShouldNotContain(secret, Case.Sensitive, name);
            }
        }
    }

    private static ConsoleKeyInfo Key(char character) => character switch
    {
        '\n' => new ConsoleKeyInfo('\r', ConsoleKey.Enter, shift: false, alt: false, control: false),
        '<' => new ConsoleKeyInfo('\b', ConsoleKey.Backspace, shift: false, alt: false, control: false),
        '^' => new ConsoleKeyInfo('\0', ConsoleKey.UpArrow, shift: false, alt: false, control: false),
        _ => new ConsoleKeyInfo(character, ConsoleKey.None, shift: false, alt: false, control: false),
    };

    private static CardPerson Holder() => new(
        CardPerson.Sample.Attributes,
        CardPerson.Sample.Number,
        new CardPins("ZQ73XK", "8624", "7351", "9268"),
        new CardFace("400000000000001", "13101", new DateOnly(2034, 4, 1), "7159"),
        CardPerson.Sample.Images);

    private static (byte[], byte[], byte[], byte[]) Issue()
    {
        LabAuthority authority = new(new LabAuthorityKeys([LabKeyPool.Load(0), LabKeyPool.Load(1)], [LabKeyPool.Load(2), LabKeyPool.Load(3)], LabKeyPool.Load(4)), TimeProvider.System);
        using RSA login = LabKeyPool.Load(5);
        using RSA signature = LabKeyPool.Load(6);
        authority.OcspAddress = new Uri("http://ocsp.lab.invalid/");
        CardCertificates issued = authority.Issue(new CardIssuance
        {
            Holder = new HolderAttributes(CardPerson.Sample.Attributes),
            Municipality = new Municipality("13101", "Tokyo-to", "Chiyoda-ku"),
            CardExpiry = new DateOnly(2034, 4, 1),
            SignatureKey = signature.ExportSubjectPublicKeyInfo(),
            UserAuthenticationKey = login.ExportSubjectPublicKeyInfo(),
        });
        return (
            issued.UserAuthentication!.Encoded.ToArray(),
            authority.Of(CertificatePurpose.UserAuthentication).Current.Certificate.ToArray(),
            issued.Signature!.Encoded.ToArray(),
            authority.Of(CertificatePurpose.Signature).Current.Certificate.ToArray());
    }
}
