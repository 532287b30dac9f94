using System.Reflection;
using System.Text.RegularExpressions;

namespace MyNumber.Architecture.Tests;

/// <summary>A page for banks names the namespaces that its code needs, so that the code can be copied.</summary>
public sealed partial class DocumentNamespaceTests
{
    [SkippableTheory]
    [InlineData("docs/aspnetcore/README.md")]
    [InlineData("docs/aspnetcore/README.ja.md")]
    [InlineData("docs/aspnetcore/login.md")]
    [InlineData("docs/aspnetcore/login.ja.md")]
    [InlineData("docs/jpki/README.md")]
    [InlineData("docs/jpki/README.ja.md")]
    [InlineData("docs/jpki/checklist.md")]
    [InlineData("docs/jpki/checklist.ja.md")]
    [InlineData("docs/jpki/relying-party.md")]
    [InlineData("docs/jpki/reports.md")]
    public void Page_names_the_namespaces_of_its_code(string page)
    {
        string text = Repository.ReadText(Repository.PathOf(page));
        string[] regions = [.. Fence().Matches(text).Select(fence => fence.Groups["name"].Value)];
        string[] sources = [.. Repository.Files()
            .Where(file => file.StartsWith("tests/Architecture.Tests/Snippets/", StringComparison.Ordinal))
            .Select(file => Repository.ReadText(Repository.PathOf(file)))
            .Where(source => Snippets.Regions(source).Any(region => regions.Contains(region.Name)))];
        string[] opened = [.. sources.SelectMany(Usings).Distinct()];
        HashSet<string> words = [.. Fence().Matches(text).SelectMany(fence => Word().Matches(Comment().Replace(fence.Groups["code"].Value, string.Empty))).Select(word => word.Value)];
        string[] needed = [.. PublicTypes().Where(type => words.Contains(type.Name.Split('`')[0])).Select(type => type.Namespace!).Distinct().Intersect(opened)];
        string[] named = [.. Usings(Fence().Replace(text, string.Empty))];
        needed.ShouldNotBeEmpty();
        needed.Except(named).ShouldBeEmpty("not named");
        named.Except(opened).ShouldBeEmpty("named, and not opened by the code that is compiled");
    }

    private static IEnumerable<string> Usings(string text) => Using().Matches(text).Select(line => line.Groups["space"].Value);

    private static IEnumerable<Type> PublicTypes() =>
        Room.Built.SelectMany(room => Assembly.Load(room).GetExportedTypes()).Append(typeof(System.Security.Cryptography.RandomNumberGenerator));

    [GeneratedRegex(@"^<!-- snippet: (?<name>\S+) -->\n\s*^```csharp[ ]*\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\busing (?<space>[A-Z][A-Za-z0-9.]*);")]
    private static partial Regex Using();

    [GeneratedRegex("//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b[A-Z][A-Za-z0-9]*\b")]
    private static partial Regex Word();
}
