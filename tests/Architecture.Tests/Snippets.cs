using System.Text.RegularExpressions;

namespace MyNumber.Architecture.Tests;

/// <summary>Finds regions in C# files and fences in documents.</summary>
internal static partial class Snippets
{
    public static IEnumerable<(string Name, string Code)> Regions(string source)
    {
        foreach (Match region in Region().Matches(source))
        {
            yield return (region.Groups["name"].Value, Outdent(region.Groups["code"].Value));
        }
    }

    public static IEnumerable<string> Problems(string document, IReadOnlyDictionary<string, string> regions)
    {
        foreach (Match fence in Fence().Matches(document))
        {
            string name = fence.Groups["name"].Value;
            if (name.Length == 0)
            {
                yield return "a fence of C# without a snippet marker";
            }
            else if (!regions.TryGetValue(name, out string? code))
            {
                yield return $"no region is named {name}";
            }
            else if (code != fence.Groups["code"].Value.TrimEnd('\n'))
            {
                yield return $"the fence differs from region {name}";
            }
        }

        int followed = Fence().Matches(document).Count(fence => fence.Groups["name"].Length > 0);
        for (int index = followed; index < Marker().Count(document); index++)
        {
            yield return "a snippet marker without a fence of C#";
        }
    }

    private static string Outdent(string code)
    {
        string[] lines = code.TrimEnd().Split('\n');
        int indent = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart(' ').Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : string.Empty));
    }

    [GeneratedRegex(@"^[ ]*\#region[ ](?<name>[^\n]+)\n(?<code>.*?)^[ ]*\#endregion", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Region();

    [GeneratedRegex(@"(?:^<!-- snippet: (?<name>\S+) -->\n\s*)?^```(?:csharp|cs|c\#)[ ]*\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^<!-- snippet: \S+ -->$", RegexOptions.Multiline)]
    private static partial Regex Marker();
}
