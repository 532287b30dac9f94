using MyNumber.Cli.Contract;
using MyNumber.Cli.Verbs;
using MyNumber.TestKit;

namespace MyNumber.Cli.Tests.Authorities;

/// <summary>An authority of one generation in a folder of its own, with one card's certificates, and the tool to run on it.</summary>
internal sealed class AuthorityBench : IDisposable
{
    // Making keys takes long, so each is made once and copied.
    private static readonly Lazy<IReadOnlyList<Kept>> _founded = new(() => Make(bench =>
        bench.Run("ca", "init", bench.Authority, "--name", "Bench Lab", "--generations", "1")));

    private static readonly Lazy<IReadOnlyList<Kept>> _withCard = new(() => Make(bench =>
    {
        bench.Put(_founded.Value);
        return bench.Run("ca", "issue", bench.Authority, "--person", bench.Write("person.json", Person), "--out", bench.At("card"));
    }));

    private readonly TemporaryFolder _folder = new();

    private AuthorityBench()
    {
    }

    public string Authority => At("lab");

    public string SignatureAnchors => Path.Combine(Authority, "sign-anchors.pem");

    public string UserAnchors => Path.Combine(Authority, "auth-anchors.pem");

    public string Signature => At("card", "sign.cer");

    public string UserAuthentication => At("card", "auth.cer");

    /// <summary>An authority alone.</summary>
    public static AuthorityBench Found() => Copy(_founded.Value);

    /// <summary>An authority that issued a card's certificates.</summary>
    public static AuthorityBench WithCard() => Copy(_withCard.Value);

    /// <summary>An invented person whose words must not come out.</summary>
    public const string Person = """
        {
          "name": "試験　太郎", "address": "東京都千代田区見本町２－１－２", "birthDate": "19900401", "sex": "1", "individualNumber": "123456789018",
          "pins": { "signature": "ABC12345", "userAuthentication": "1234", "residence": "2345", "inputSupport": "3456" },
          "face": { "serialNumber": "400000000000009", "municipalityCode": "13101", "expiry": "20340401", "securityCode": "1234" }
        }
        """;

    /// <summary>What of the person, and of its certificates' serials, must not come out by default.</summary>
    public static IReadOnlyList<string> Secrets { get; } = ["太郎", "見本町", "19900401", "Mihon", "04000001"];

    public string At(params string[] parts) => Path.Combine([_folder.Path, .. parts]);

    public string Write(string name, string text) => _folder.Write(name, text);

    public string Write(string name, ReadOnlySpan<byte> content) => _folder.Write(name, content);

    /// <summary>Runs the tool, in English unless told otherwise.</summary>
    public ToolRun Run(params string[] arguments) => Fed(Stream.Null, arguments);

    public ToolRun Fed(Stream input, params string[] arguments)
    {
        StringWriter output = new(), error = new();
        CliStreams streams = new(output, error) { OpenInput = () => input };
        string[] language = arguments.Contains("--lang") ? [] : ["--lang", "en"];
        ExitCode code = CliApplication.Run([.. arguments, .. language], streams, [CaVerbs.Group(TimeProvider.System), JpkiVerbs.Group(TimeProvider.System)], CancellationToken.None);
        return new ToolRun(code, output.ToString(), error.ToString());
    }

    /// <summary>Publishes all lists as of now and gives the path of the full one.</summary>
    public string PublishNow(string purpose)
    {
        Run("ca", "crl", Authority, "--now", "--out", At("lists")).Code.ShouldBe(ExitCode.Done);
        return At("lists", $"{purpose}-1-full.crl");
    }

    public void Dispose() => _folder.Dispose();

    private static IReadOnlyList<Kept> Make(Func<AuthorityBench, ToolRun> make)
    {
        using AuthorityBench bench = new();
        ToolRun run = make(bench);
        run.Code.ShouldBe(ExitCode.Done, run.All);
        return [.. Directory.GetFiles(bench.At(), "*", SearchOption.AllDirectories)
            .Select(path => new Kept(Path.GetRelativePath(bench.At(), path), File.ReadAllBytes(path), OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path)))];
    }

    private static AuthorityBench Copy(IReadOnlyList<Kept> files)
    {
        AuthorityBench bench = new();
        bench.Put(files);
        return bench;
    }

    private void Put(IReadOnlyList<Kept> files)
    {
        foreach (Kept file in files)
        {
            string path = At(file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content);
            if (!OperatingSystem.IsWindows() && file.Mode is { } mode)
            {
                File.SetUnixFileMode(path, mode);
            }
        }
    }

    private sealed record Kept(string Path, byte[] Content, UnixFileMode? Mode);
}
