using System.Text.RegularExpressions;

namespace MyNumber.Architecture.Tests;

public sealed class TreeTests
{
    // Each word is written in two pieces, so that this file is clean itself.
    private static readonly string[] _machineFolders = ["tm" + "p", "wor" + "k", "far" + "m", "roo" + "t", "hom" + "e", "Use" + "rs"];
    private static readonly string[] _feeds = ["nu" + "get.org", "np" + "mjs.org", "deb" + "ian.org", "py" + "pi.org"];
    private static readonly string[] _unfinished = ["NotImpl" + "ementedException", "TO" + "DO", "FIX" + "ME", "HA" + "CK"];

    [SkippableFact]
    public void No_file_names_a_path_of_one_machine() =>
        Hits($"(^|[^A-Za-z0-9_.~-])/({string.Join('|', _machineFolders)})/[a-z]", _ => true).ShouldBeEmpty();

    [SkippableFact]
    public void No_file_names_a_package_feed() => Hits(string.Join('|', _feeds.Select(Regex.Escape)), _ => true).ShouldBeEmpty();

    [SkippableFact]
    public void Nothing_is_left_unfinished() =>
        Hits($@"\b({string.Join('|', _unfinished)})\b", file => file.EndsWith(".cs", StringComparison.Ordinal)).ShouldBeEmpty();

    [SkippableFact]
    public void Private_keys_are_the_lab_pools_only() =>
        Hits("BEGIN [A-Z ]*PRIV" + "ATE KEY", file => !file.StartsWith("src/MyNumber.Testing/Keys/Pool/lab-key-", StringComparison.Ordinal)
            && !file.StartsWith("src/MyNumber.Card.Emulation/Profiles/Keys/lab-card-key-", StringComparison.Ordinal)
            && !file.EndsWith(".cs", StringComparison.Ordinal)).ShouldBeEmpty();

    [SkippableFact]
    public void No_source_file_is_past_five_hundred_lines() =>
        Repository.Files().Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .Where(file => File.ReadLines(Repository.PathOf(file)).Count() > 500).ShouldBeEmpty();

    private static string[] Hits(string pattern, Func<string, bool> wanted)
    {
        Regex search = new(pattern, RegexOptions.CultureInvariant);
        return [.. Repository.Files().Where(wanted)
            .SelectMany(file => File.ReadLines(Repository.PathOf(file)).Select((line, index) => (file, line, number: index + 1)))
            .Where(place => search.IsMatch(place.line))
            .Select(place => $"{place.file}:{place.number}")];
    }
}
