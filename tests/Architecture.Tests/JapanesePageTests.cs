using System.Text.RegularExpressions;

namespace MyNumber.Architecture.Tests;

/// <summary>A Japanese page is the twin of an English one: each leads to the other, and what is typed there is in the English page too.</summary>
public sealed partial class JapanesePageTests
{
    [SkippableFact]
    public void Pages_lead_to_each_other()
    {
        string[] pages = Pages();
        pages.ShouldNotBeEmpty();
        foreach (string page in pages)
        {
            Text(page).ShouldContain($"]({Path.GetFileName(Twin(page))})", Case.Sensitive, page);
            Text(Twin(page)).ShouldContain($"]({Path.GetFileName(page)})", Case.Sensitive, page);
        }
    }

    [SkippableFact]
    public void Commands_are_those_of_the_english_page()
    {
        foreach (string page in Pages().Where(page => page.StartsWith("docs/", StringComparison.Ordinal)))
        {
            Commands(page).ShouldBeSubsetOf(Commands(Twin(page)), page);
        }
    }

    [SkippableFact]
    public void Front_page_leads_to_every_japanese_page()
    {
        string front = Text("README.ja.md");
        Pages().Where(page => page != "README.ja.md" && !front.Contains($"]({page})", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string[] Pages() => [.. Repository.Files().Where(file => file.EndsWith(".ja.md", StringComparison.Ordinal))];

    private static string Twin(string page) => page.Replace(".ja.md", ".md", StringComparison.Ordinal);

    private static string Text(string page) => Repository.ReadText(Repository.PathOf(page));

    private static IEnumerable<string> Commands(string page) => Fence().Matches(Text(page)).Select(fence => fence.Value);

    [GeneratedRegex(@"^```(?:sh|text)\n.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
