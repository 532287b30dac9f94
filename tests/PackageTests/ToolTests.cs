using System.Diagnostics;

namespace MyNumber.PackageTests;

[Collection(PackageCollection.Name)]
public sealed class ToolTests(Feed feed)
{
    [Fact]
    public async Task Tool_is_installed_from_its_package_and_runs()
    {
        string folder = feed.NewFolder("tool");
        await Dotnet.DoAsync(folder, "tool", "install", "MyNumber.Cli", "--tool-path", folder, "--version", feed.Version, "--source", feed.Folder);
        ProcessStartInfo start = Dotnet.Prepare(folder, Path.Combine(folder, OperatingSystem.IsWindows() ? "mynumber.exe" : "mynumber"), ["number", "check", "individual"]);

        (int code, string output, string error) = await Dotnet.RunAsync(start, "123456789018\n123456789012\n");

        code.ShouldBe(1, error);
        output.ShouldContain("1: individual number: valid");
        output.ShouldContain("2: individual number: invalid: WrongCheckDigit");
    }
}
