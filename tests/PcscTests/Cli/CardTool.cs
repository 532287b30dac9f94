using System.Diagnostics;
using MyNumber.PcscTests.Harness;
using MyNumber.TestKit;

namespace MyNumber.PcscTests.Cli;

/// <summary>The tool <c>mynumber</c> as a process of its own; PINs stand in its environment.</summary>
internal sealed class CardTool : IDisposable
{
    public static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "MyNumber.Cli.dll");

    private static readonly Dictionary<string, string> _environment = new()
    {
        ["LOGIN_PIN"] = TestCard.LoginPin,
        ["SIGNATURE_PIN"] = TestCard.SignaturePin,
        ["WRONG_PIN"] = "0000",
        ["NEW_PIN"] = "4071",
        ["LANG"] = "C",
    };

    public TemporaryFolder Folder { get; } = new();

    /// <summary>Runs it in the folder to its end.</summary>
    public ProgramOutcome Run(string line) =>
        Dotnet().RunWith(new ProgramSetting(Folder.Path) { Environment = _environment }, ["exec", Path, .. line.Split(' '), "--lang", "en"]);

    /// <summary>Starts it; the caller ends it.</summary>
    public static Process Start(string line) => Dotnet().Start(["exec", Path, .. line.Split(' '), "--lang", "en"]);

    /// <summary>Runs a script of the shell in the folder; <c>$0</c> is the tool.</summary>
    public ProgramOutcome Shell(string script)
    {
        _ = Dotnet();
        return OutsideProgram.Require("bash", "bash").RunWith(new ProgramSetting(Folder.Path) { Environment = _environment }, "-c", script, Path);
    }

    public void Dispose() => Folder.Dispose();

    private static OutsideProgram Dotnet() => OutsideProgram.Require("dotnet", "dotnet-sdk-10.0");
}
