namespace MyNumber.TestKit;

/// <summary>Public test vectors kept beside the repository: the folder in MYNUMBER_VECTORS, else ../shared/vectors of the repository's root.</summary>
public static class VectorFolder
{
    /// <summary>Reads one file. Absent, the test is skipped with the reason; with <c>CI=true</c> it fails.</summary>
    public static byte[] Require(params string[] path)
    {
        string file = Path.Combine([Find(), .. path]);
        string reason = $"the vectors {string.Join('/', path)} are not here; MYNUMBER_VECTORS names their folder";
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("CI") == "true")
        {
            throw new InvalidOperationException(reason);
        }

        Skip.IfNot(File.Exists(file), reason);
        return File.ReadAllBytes(file);
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("MYNUMBER_VECTORS") is { Length: > 0 } named)
        {
            return named;
        }

        return Path.Combine(Path.GetDirectoryName(SourceTree.Root) ?? string.Empty, "shared", "vectors");
    }
}
