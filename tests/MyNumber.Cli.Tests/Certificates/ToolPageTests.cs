using System.Globalization;
using MyNumber.Cli.Tests.Authorities;
using MyNumber.TestKit;

namespace MyNumber.Cli.Tests.Certificates;

public sealed class ToolPageTests
{
    [Fact]
    public void Examples_of_the_page_end_as_it_says()
    {
        string page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "jpki", "tool.md"));
        string[] lines = [.. page.Split("```sh")[1].Split("```")[0].Split('\n').Where(line => line.StartsWith("mynumber ", StringComparison.Ordinal))];
        lines.Length.ShouldBe(12);
        using AuthorityBench bench = AuthorityBench.Found();
        Directory.Delete(bench.Authority, recursive: true);
        foreach (string line in lines)
        {
            string[] parts = line.Split('#');
            ToolRun run = bench.Run(Words(parts[0].Trim(), bench));
            ((int)run.Code).ShouldBe(int.Parse(parts[1].Trim(), CultureInfo.InvariantCulture), $"{line}: {run.All}");
        }
    }

    // The name in quotation marks is the one text with a blank.
    private static string[] Words(string line, AuthorityBench bench) => [.. line.Replace("\"Example Lab\"", "Example_Lab", StringComparison.Ordinal).Split(' ').Skip(1).Select(word => word switch
    {
        "Example_Lab" => "Example Lab",
        "lab" or "card" or "lists" => bench.At(word),
        _ when word.StartsWith("lab/", StringComparison.Ordinal) || word.StartsWith("card/", StringComparison.Ordinal) || word.StartsWith("lists/", StringComparison.Ordinal) => bench.At(word),
        _ => word,
    })];
}
