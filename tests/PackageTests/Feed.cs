using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Xml.Linq;

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

    /// <summary>The projects that make a package, by its name, with their paths in the source tree. Of the samples those that are tools do.</summary>
    public static IReadOnlyDictionary<string, string> Projects { get; } = new[] { "src", "templates", "samples" }
        .SelectMany(folder => Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, folder)))
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
        .Select(path => (Path: path, Project: XDocument.Load(path).Root!))
        .Where(file => Property(file.Project, "ProjectType") != "Sample")
        .ToDictionary(file => Property(file.Project, "PackageId") ?? Path.GetFileNameWithoutExtension(file.Path), file => Path.GetRelativePath(SourceTree.Root, file.Path), StringComparer.Ordinal);

    private static string Configuration { get; } = typeof(Feed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>What a restore is told, so that it asks this feed alone, takes what the machine has already and leaves nothing behind.</summary>
    public string[] RestoreSettings { get; private set; } = [];

    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;

    /// <summary>Installs a tool into a folder of its own and prepares its command.</summary>
    public async Task<ProcessStartInfo> InstallAsync(string id, string command, params string[] arguments)
    {
        string folder = NewFolder($"tool-{Guid.NewGuid():N}");
        await Dotnet.DoAsync(folder, "tool", "install", id, "--tool-path", folder, "--version", Version, "--source", Folder);
        return Dotnet.Prepare(folder, Path.Combine(folder, OperatingSystem.IsWindows() ? command + ".exe" : command), arguments);
    }

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

    private static string? Property(XElement project, string name) => project.Descendants(name).SingleOrDefault()?.Value;

    /// <summary>A filter of the solution, so that one command packs all and nothing else is looked at.</summary>
    private static string Filter()
    {
        StringBuilder projects = new();
        projects.AppendJoin(", ", Projects.Values.Select(path => $"\"{path.Replace('/', '\\').Replace("\\", "\\\\", StringComparison.Ordinal)}\""));
        string solution = Path.Combine(SourceTree.Root, "MyNumber.Sdk.sln").Replace("\\", "\\\\", StringComparison.Ordinal);
        return $$"""{ "solution": { "path": "{{solution}}", "projects": [ {{projects}} ] } }""";
    }
}
