using System.Net;
using System.Text.RegularExpressions;

namespace CardAgentTests.Lab;

/// <summary>What a browser got.</summary>
internal sealed partial class Page
{
    private Page(HttpResponseMessage response, string html)
    {
        Status = response.StatusCode;
        Headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        Html = html;
        string form = FirstForm().Match(html).Value;
        Action = WebUtility.HtmlDecode(FormAction().Match(form).Groups[1].Value);
        Fields = HiddenField().Matches(form).ToDictionary(field => WebUtility.HtmlDecode(field.Groups[1].Value), field => WebUtility.HtmlDecode(field.Groups[2].Value), StringComparer.Ordinal);
    }

    public HttpStatusCode Status { get; }

    public Dictionary<string, string> Headers { get; }

    public string Html { get; }

    /// <summary>Where the first form goes; empty when there is none.</summary>
    public string Action { get; }

    /// <summary>The hidden fields of the first form.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; }

    public string Token => Fields["token"];

    /// <summary>Whether it carries an answer to another site.</summary>
    public bool LeavesTheAgent => Action.StartsWith("http", StringComparison.Ordinal);

    public static async Task<Page> ReadAsync(HttpResponseMessage response) => new(response, await response.Content.ReadAsStringAsync());

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FirstForm();

    [GeneratedRegex("<form[^>]* action=\"([^\"]*)\"")]
    private static partial Regex FormAction();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex HiddenField();
}
