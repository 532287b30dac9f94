using System.Text.RegularExpressions;

namespace MyNumber.Architecture.Tests;

public sealed partial class DocumentLinkTests
{
    [SkippableFact]
    public void Relative_links_lead_to_a_file() =>
        Repository.Files().Where(file => file.EndsWith(".md", StringComparison.Ordinal)).SelectMany(DeadLinks).ShouldBeEmpty();

    [Theory]
    [InlineData("a file that is not there", "[x](nowhere.md)", 1)]
    [InlineData("a file with an anchor", "[x](README.md#speed)", 0)]
    [InlineData("an address of the web", "[x](https://example.org/a)", 0)]
    [InlineData("an anchor in the same page", "[x](#speed)", 0)]
    public void A_link_is_dead_when_its_file_is_not_there(string row, string text, int dead) =>
        DeadLinks("README.md", text).Count().ShouldBe(dead, row);

    private static IEnumerable<string> DeadLinks(string file) => DeadLinks(file, Repository.ReadText(Repository.PathOf(file)));

    private static IEnumerable<string> DeadLinks(string file, string text) =>
        Link().Matches(text)
            .Select(match => match.Groups["target"].Value)
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, target)))
            .Select(target => $"{file}: {target}");

    [GeneratedRegex(@"\]\((?<target>[^)#\s]*)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
