using MyNumber.TestKit;

namespace MyNumber.PcscTests.Harness;

/// <summary>Libraries that the distribution keeps in a folder named after the processor.</summary>
internal static class Libraries
{
    private static readonly EnumerationOptions _oneDeeper = new() { RecurseSubdirectories = true, MaxRecursionDepth = 1, IgnoreInaccessible = true };

    /// <summary>The full path. Absent, the test is skipped with the reason; with <c>CI=true</c> it fails.</summary>
    public static string Find(string name, string debianPackage) =>
        OutsideProgram.RequireFile(Directory.EnumerateFiles("/usr/lib", name, _oneDeeper).FirstOrDefault(name), debianPackage);
}
