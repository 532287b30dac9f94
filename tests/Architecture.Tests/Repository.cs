using MyNumber.TestKit;

namespace MyNumber.Architecture.Tests;

/// <summary>The tree that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Text of a file with LF line ends.</summary>
    public static string ReadText(string path) => File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>Files that are tracked or would be, relative to the root.</summary>
    public static string[] Files()
    {
        ProgramOutcome listed = OutsideProgram.Require("git", "git")
            .RunIn(Root, "-c", "core.quotePath=false", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard");
        listed.ExitCode.ShouldBe(0, listed.Error);
        return [.. listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(PathOf(file)))];
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MyNumber.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
