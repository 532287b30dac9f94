namespace MyNumber.PackageTests;

/// <summary>A site made from the template and built for development, once for all tests of a class.</summary>
public sealed class DevelopedBank(Feed feed) : IAsyncLifetime
{
    public const string Name = "Machikado.Bank";

    internal FreshProject Project { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Project = await MakeAsync(feed, "template-debug");
        await Project.BuildAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Installs the package into a hive of its own and makes a site from it.</summary>
    internal static async Task<FreshProject> MakeAsync(Feed feed, string folder)
    {
        string root = feed.NewFolder(folder);
        string hive = feed.NewFolder(folder + "-hive");
        await Dotnet.DoAsync(root, "new", "install", feed.Packages["MyNumber.Templates"].Path, "--debug:custom-hive", hive);
        await Dotnet.DoAsync(root, "new", "mynumber-bank", "--name", Name, "--output", ".", "--debug:custom-hive", hive);
        return new FreshProject(feed, root, Name);
    }
}
