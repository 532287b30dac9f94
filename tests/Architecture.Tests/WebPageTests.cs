using System.Globalization;
using System.Text.RegularExpressions;

namespace MyNumber.Architecture.Tests;

/// <summary>What the pages of docs/aspnetcore list is what there is: each threat has tests that attack it, each event of the log its row.</summary>
public sealed partial class WebPageTests
{
    private static readonly string[] _folders = ["Login", "Applications", "Challenges"];

    [SkippableTheory]
    [InlineData("threats.md")]
    [InlineData("threats.ja.md")]
    public void Each_threat_names_tests_that_exist(string page)
    {
        Dictionary<string, string> sources = Repository.Files().Where(file => file.StartsWith("tests/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .GroupBy(file => Path.GetFileNameWithoutExtension(file)!)
            .ToDictionary(group => group.Key, group => string.Concat(group.Select(file => Repository.ReadText(Repository.PathOf(file)))), StringComparer.Ordinal);
        Match[] rows = [.. Threat().Matches(Text(page)).Cast<Match>()];
        rows.Select(row => int.Parse(row.Groups["number"].Value, CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, rows.Length));
        rows.Length.ShouldBeGreaterThan(20);
        foreach (Match row in rows)
        {
            MatchCollection tests = Test().Matches(row.Groups["tests"].Value);
            tests.Count.ShouldBePositive(row.Value);
            foreach (Match test in tests)
            {
                sources.ShouldContainKey(test.Groups["type"].Value, row.Value);
                Regex.IsMatch(sources[test.Groups["type"].Value], $@"\bpublic (?:async )?(?:void|Task) {test.Groups["name"].Value}\(", RegexOptions.CultureInvariant).ShouldBeTrue(test.Value);
            }
        }
    }

    [Fact]
    public void Both_languages_name_the_same_tests_for_a_threat() =>
        Threat().Matches(Text("threats.ja.md")).Select(TestsOf).ShouldBe(Threat().Matches(Text("threats.md")).Select(TestsOf));

    [SkippableTheory]
    [InlineData("logging.md")]
    [InlineData("logging.ja.md")]
    public void Each_event_of_the_log_has_its_row(string page)
    {
        string[] events = [.. Repository.Files().Where(file => IsOfHolders(file) && file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => Logged().Matches(Repository.ReadText(Repository.PathOf(file))))
            .Select(call => $"{call.Groups["id"].Value} {call.Groups["name"].Value} {call.Groups["level"].Value}")];
        events.ShouldNotBeEmpty();
        Event().Matches(Text(page)).Select(row => $"{row.Groups["id"].Value} {row.Groups["name"].Value} {row.Groups["level"].Value}").ShouldBe(events, ignoreOrder: true);
    }

    [SkippableTheory]
    [InlineData("logging.md")]
    [InlineData("logging.ja.md")]
    public void Each_activity_has_its_row(string page)
    {
        string[] activities = [.. Repository.Files().Where(file => file.StartsWith("src/MyNumber.Jpki", StringComparison.Ordinal) && file.EndsWith("Telemetry.cs", StringComparison.Ordinal))
            .SelectMany(file => Activity().Matches(Repository.ReadText(Repository.PathOf(file))))
            .Select(name => name.Groups["name"].Value)];
        activities.Length.ShouldBeGreaterThan(4);
        ActivityTable().Match(Text(page)).Groups["name"].Captures.Select(name => name.Value).ShouldBe(activities, ignoreOrder: true);
    }

    [SkippableFact]
    public void No_activity_is_started_under_a_name_that_is_not_among_them() =>
        Repository.Files().Where(file => file.StartsWith("src/MyNumber.Jpki", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal)
            && Repository.ReadText(Repository.PathOf(file)).Contains("StartActivity(\"", StringComparison.Ordinal)).ShouldBeEmpty();

    /// <summary>What is logged of logins, applications and challenges; other folders have pages of their own.</summary>
    private static bool IsOfHolders(string file) => _folders.Any(folder => file.StartsWith($"src/MyNumber.Jpki.AspNetCore/{folder}/", StringComparison.Ordinal));

    private static string TestsOf(Match row) => row.Groups["number"].Value + ": " + string.Join(' ', Test().Matches(row.Groups["tests"].Value).Select(test => test.Value));

    private static string Text(string page) => Repository.ReadText(Repository.PathOf("docs", "aspnetcore", page));

    [GeneratedRegex(@"^\| T(?<number>\d+) \|.*\|(?<tests>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Threat();

    [GeneratedRegex(@"`(?<type>\w+)\.(?<name>\w+)`")]
    private static partial Regex Test();

    [GeneratedRegex(@"const string \w+Activity = ""(?<name>[\w.]+)""")]
    private static partial Regex Activity();

    [GeneratedRegex(@"^\| (?:activity|アクティビティ) \|.*\n\|---.*\n(?:\| `(?<name>[\w.]+)` \|.*\n)+", RegexOptions.Multiline)]
    private static partial Regex ActivityTable();

    [GeneratedRegex(@"\[LoggerMessage\((?<id>\d+), LogLevel\.(?<level>\w+),.*EventName = ""(?<name>\w+)""")]
    private static partial Regex Logged();

    [GeneratedRegex(@"^\| (?<id>\d+) \| `(?<name>\w+)` \| (?<level>\w+) \|", RegexOptions.Multiline)]
    private static partial Regex Event();
}
