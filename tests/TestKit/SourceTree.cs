namespace MyNumber.TestKit;

/// <summary>Where the repository lies on this machine.</summary>
public static class SourceTree
{
    /// <summary>The folder of the solution file, found upwards from the test's own folder.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MyNumber.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
