namespace MyNumber.Numbering.Tests;

/// <summary>The pages of docs/numbering.</summary>
internal static class Pages
{
    public static string Read(string page)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MyNumber.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        return File.ReadAllText(Path.Combine(folder!.FullName, "docs", "numbering", page));
    }
}
