namespace MyNumber.Jpki.Xml;

/// <summary>Names of files beside a document.</summary>
internal static class PackageFiles
{
    /// <summary>Refuses names that would be read as references into the document, and more files than one signature may have references.</summary>
    public static void RequireNames(IEnumerable<string> names, string argument)
    {
        string[] all = [.. names];
        if (all.Length > XmlSignatureLimits.References || Array.Exists(all, name => name.Length == 0 || name.Contains('#', StringComparison.Ordinal)))
        {
            throw new ArgumentException("A file has a name without a number sign, and there are not more files than references.", argument);
        }
    }
}
