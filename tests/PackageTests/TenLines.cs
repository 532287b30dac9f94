using System.Text.RegularExpressions;

namespace MyNumber.PackageTests;

/// <summary>README's ten lines as a user copies them, with the <c>using</c> lines of the sample that it names.</summary>
internal static class TenLines
{
    /// <summary>The invented name of the first person of seed 1.</summary>
    public const string Output = "Valid: 試験　花子";

    public static string Lines { get; } =
        Regex.Match(File.ReadAllText(Path.Combine(SourceTree.Root, "README.md")), "<!-- snippet: quick-start -->\n```csharp\n(.*?)\n```", RegexOptions.Singleline | RegexOptions.CultureInvariant).Groups[1].Value;

    public static string Usings { get; } =
        string.Join('\n', File.ReadLines(Path.Combine(SourceTree.Root, "samples", "QuickStart", "Program.cs")).Where(line => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('=')));

    /// <summary>The version of the one package from elsewhere that they need, as the source tree pins it.</summary>
    public static string PkcsVersion { get; } =
        Regex.Match(File.ReadAllText(Path.Combine(SourceTree.Root, "Directory.Packages.props")), @"System\.Security\.Cryptography\.Pkcs"" Version=""\[([0-9.]+)\]").Groups[1].Value;
}
