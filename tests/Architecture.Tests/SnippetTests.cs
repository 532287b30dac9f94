using System.Text.RegularExpressions;

namespace MyNumber.Architecture.Tests;

/// <summary>Code in a document is a region of a compiled file, so that it cannot rot.</summary>
public sealed partial class SnippetTests
{
    [SkippableFact]
    public void Fences_in_the_documents_equal_their_regions()
    {
        string[] files = Repository.Files();
        Dictionary<string, string> regions = files
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal)
                && (file.StartsWith("tests/Architecture.Tests/Snippets/", StringComparison.Ordinal) || file.StartsWith("samples/", StringComparison.Ordinal)))
            .SelectMany(file => Snippets.Regions(Repository.ReadText(Repository.PathOf(file))))
            .ToDictionary(region => region.Name, region => region.Code, StringComparer.Ordinal);
        string[] wrong = [.. files.Where(IsDocument)
            .SelectMany(file => Snippets.Problems(Repository.ReadText(Repository.PathOf(file)), regions).Select(problem => $"{file}: {problem}"))];
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("equal", "<!-- snippet: one -->\n```csharp\nint a = 1;\n```\n", 0)]
    [InlineData("equal after a blank line", "<!-- snippet: one -->\n\n```csharp\nint a = 1;\n```\n", 0)]
    [InlineData("another language", "```sh\nls\n```\n", 0)]
    [InlineData("no marker", "```csharp\nint a = 1;\n```\n", 1)]
    [InlineData("no marker, short name", "```cs\nint a = 1;\n```\n", 1)]
    [InlineData("unknown region", "<!-- snippet: two -->\n```csharp\nint a = 1;\n```\n", 1)]
    [InlineData("other code", "<!-- snippet: one -->\n```csharp\nint a = 2;\n```\n", 1)]
    [InlineData("marker far away", "<!-- snippet: one -->\ntext\n```csharp\nint a = 1;\n```\n", 2)]
    [InlineData("marker without fence", "<!-- snippet: one -->\ntext\n", 1)]
    public void Checker_sees(string row, string document, int problems) =>
        Snippets.Problems(document, new Dictionary<string, string> { ["one"] = "int a = 1;" }).Count().ShouldBe(problems, row);

    [Theory]
    [InlineData("a page", "docs/jpki/checklist.md", true)]
    [InlineData("a Japanese page", "docs/jpki/checklist.ja.md", true)]
    [InlineData("the Japanese front page", "README.ja.md", true)]
    [InlineData("a page of another folder", "benchmarks/results/README.md", false)]
    [InlineData("no page", "docs/jpki/schema/verification-report.schema.json", false)]
    public void Pages_in_both_languages_are_read(string row, string file, bool isRead) => IsDocument(file).ShouldBe(isRead, row);

    [Fact]
    public void Region_loses_its_indentation() =>
        Snippets.Regions("class A\n{\n    #region one\n    if (a)\n    {\n        b();\n    }\n    #endregion\n}\n").ShouldBe([("one", "if (a)\n{\n    b();\n}")]);

    private static bool IsDocument(string file) =>
        file.EndsWith(".md", StringComparison.Ordinal)
        && (file.StartsWith("docs/", StringComparison.Ordinal) || Readme().IsMatch(file));

    [GeneratedRegex(@"\AREADME[^/]*\.md\z")]
    private static partial Regex Readme();
}
