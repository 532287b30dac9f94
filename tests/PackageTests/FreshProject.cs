using System.Diagnostics;

namespace MyNumber.PackageTests;

/// <summary>A project that a user has just made, outside of the source tree.</summary>
internal sealed class FreshProject(Feed feed, string folder, string name)
{
    public string Folder => folder;

    /// <summary>Makes a project from a template of the SDK and gives it packages of the feed.</summary>
    public static async Task<FreshProject> CreateAsync(Feed feed, string template, string name, string program, params (string Id, string Version)[] packages)
    {
        string folder = feed.NewFolder(name);
        await Dotnet.DoAsync(folder, "new", template, "--no-restore", "--name", name, "--output", ".", "--debug:custom-hive", feed.NewFolder("hive"));
        string path = Path.Combine(folder, name + ".csproj");
        string references = string.Concat(packages.Select(package => $"<PackageReference Include=\"{package.Id}\" Version=\"{package.Version}\" />"));
        string project = await File.ReadAllTextAsync(path);
        await File.WriteAllTextAsync(path, project.Replace("</Project>", $"<ItemGroup>{references}</ItemGroup></Project>", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), program);
        return new FreshProject(feed, folder, name);
    }

    public Task<string> BuildAsync(string configuration = "Debug") =>
        Dotnet.DoAsync(folder, ["build", "-c", configuration, "--nologo", "-v", "q", "-warnaserror", .. feed.RestoreSettings]);

    public string Output(string configuration = "Debug") => Path.Combine(folder, "bin", configuration, "net10.0");

    public Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => Dotnet.RunAsync(Start(arguments), string.Empty);

    public ProcessStartInfo Start(params string[] arguments) => StartOf("Debug", arguments);

    public ProcessStartInfo StartOf(string configuration, params string[] arguments) => Dotnet.Prepare(folder, [Path.Combine(Output(configuration), name + ".dll"), .. arguments]);
}
