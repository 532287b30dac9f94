using System.Net;
using System.Text.RegularExpressions;

namespace BankPortalTests;

/// <summary>What a browser got.</summary>
internal sealed record Shown(string Path, HttpStatusCode Status, string Body, string? Location, HttpResponseMessage Response)
{
    /// <summary>What a person reads.</summary>
    public string Text => WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(Body, "<[^>]*>", " "), "\\s+", " "));

    public IReadOnlyList<HtmlForm> Forms => HtmlForm.AllOf(Body, Path);

    public HtmlForm Form(string? actionHas = null) => Forms.First(form => actionHas is null ? !form.Action.Contains("logout", StringComparison.Ordinal) : form.Action.Contains(actionHas, StringComparison.Ordinal));

    public string Header(string name) => Response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(',', values) : string.Empty;
}
