using System.IO.Compression;
using System.Reflection;
using MyNumber.TestKit;

namespace MyNumber.Architecture.Tests;

public sealed class PackageTests
{
    [SkippableFact]
    public void Packages_carry_readme_licence_documentation_and_symbols()
    {
        string configuration = typeof(PackageTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        using TemporaryFolder folder = new();
        foreach (string room in Room.Libraries)
        {
            ProgramOutcome packed = OutsideProgram.Require("dotnet", "dotnet-sdk-10.0").RunIn(
                Repository.Root, "pack", Path.Combine("src", room), "--no-build", "-c", configuration, "-o", folder.Path, "-nodeReuse:false", "--nologo");
            packed.ExitCode.ShouldBe(0, packed.All);
            packed.All.ShouldNotContain("warning", Case.Insensitive);
            Of(room, folder, "snupkg").Count().ShouldBe(1, room);
            Examine(room, Of(room, folder, "nupkg").Single());
        }
    }

    private static IEnumerable<string> Of(string room, TemporaryFolder folder, string kind) =>
        Directory.EnumerateFiles(folder.Path, $"{room}.*.{kind}").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[room.Length + 1]));

    private static void Examine(string room, string path)
    {
        using ZipArchive package = ZipFile.OpenRead(path);
        string[] entries = [.. package.Entries.Select(entry => entry.FullName)];
        entries.ShouldContain("README.md", room);
        entries.ShouldContain($"lib/net10.0/{room}.dll", room);
        entries.ShouldContain($"lib/net10.0/{room}.xml", room);
        using StreamReader reader = new(package.GetEntry(room + ".nuspec")!.Open());
        string description = reader.ReadToEnd();
        description.ShouldContain("""<license type="expression">MIT</license>""", Case.Sensitive, room);
        description.ShouldContain("<readme>README.md</readme>", Case.Sensitive, room);
        description.ShouldNotContain("Package Description", Case.Sensitive, room);
    }
}
