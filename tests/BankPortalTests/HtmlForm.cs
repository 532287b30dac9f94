using System.Net;
using System.Text.RegularExpressions;

namespace BankPortalTests;

/// <summary>A form of a page as a browser would post it.</summary>
internal sealed record HtmlForm(string Action, Dictionary<string, string> Fields)
{
    public static IReadOnlyList<HtmlForm> AllOf(string page, string path) =>
        [.. Regex.Matches(page, "<form([^>]*)>(.*?)</form>", RegexOptions.Singleline).Select(form => Read(form.Groups[1].Value, form.Groups[2].Value, path))];

    private static HtmlForm Read(string attributes, string content, string path)
    {
        Dictionary<string, string> fields = [];
        foreach (Match input in Regex.Matches(content, "<input([^>]*)>"))
        {
            string text = input.Groups[1].Value;
            if (Attribute(text, "name") is { } name && (Attribute(text, "type") != "radio" || Regex.IsMatch(text, "\\schecked")))
            {
                fields[name] = Attribute(text, "value") ?? string.Empty;
            }
        }

        return new HtmlForm(Attribute(attributes, "action") is { Length: > 0 } action ? action : path, fields);
    }

    private static string? Attribute(string text, string name) =>
        Regex.Match(text, $"\\s{name}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;
}
