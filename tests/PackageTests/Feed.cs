using System.Reflection;
using System.Text;

namespace MyNumber.PackageTests;

/// <summary>All packages of this source tree under a version that nobody else has, in a temporary folder. Made once for all tests here.</summary>
public sealed class Feed : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The version that the packages have.</summary>
    public string Version { get; } = $"0.1.0-test.{Guid.NewGuid():N}";

    /// <summary>Where the packages lie.</summary>
    public string Folder => Path.Combine(_folder.Path, "feed");

    /// <summary>The packages by their names.</summary>
    public IReadOnlyDictionary<string, PackageFile> Packages { get; private set; } = new Dictionary<string, PackageFile>();

    /// <summary>The projects that make a package, by their names, with their paths in the source tree.</summary>
    public static IReadOnlyDictionary<string, string> Projects { get; } = new[] { "src", "templates" }
        .SelectMany(folder => Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, folder)))
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => Path.GetRelativePath(SourceTree.Root, path), StringComparer.Ordinal);

    private static string Configuration { get; } = typeof(Feed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>What a restore is told, so that it asks this feed alone, takes what the machine has already and leaves nothing behind.</summary>
    public string[] RestoreSettings { get; private set; } = [];

    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;

    public async Task InitializeAsync()
    {
        string nuspecs = NewFolder("nuspecs");
        string filter = _folder.Write("packages.slnf", Filter());
        await Dotnet.DoAsync(
            _folder.Path, "pack", filter, "-c", Configuration, "--no-build", "--nologo", "-v", "q", "-o", Folder, $"-p:PackageVersion={Version}", $"-p:NuspecOutputPath={nuspecs}", "-nodeReuse:false", "-m:2");
        Packages = Directory.EnumerateFiles(Folder, "*.nupkg").Select(PackageFile.Read).ToDictionary(package => package.Id, StringComparer.Ordinal);
        string global = (await Dotnet.DoAsync(_folder.Path, "nuget", "locals", "global-packages", "--list")).Split(": ", 2)[1].Trim();
        RestoreSettings =
        [
            $"-p:RestoreSources={Folder}", $"-p:RestorePackagesPath={Path.Combine(_folder.Path, "packages")}", $"-p:RestoreFallbackFolders={global}",
            "-p:UseSharedCompilation=false", "-nodeReuse:false", "-m:2",
        ];
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A filter of the solution, so that one command packs all and nothing else is looked at.</summary>
    private static string Filter()
    {
        StringBuilder projects = new();
        projects.AppendJoin(", ", Projects.Values.Select(path => $"\"{path.Replace('/', '\\').Replace("\\", "\\\\", StringComparison.Ordinal)}\""));
        string solution = Path.Combine(SourceTree.Root, "MyNumber.Sdk.sln").Replace("\\", "\\\\", StringComparison.Ordinal);
        return $$"""{ "solution": { "path": "{{solution}}", "projects": [ {{projects}} ] } }""";
    }
}
