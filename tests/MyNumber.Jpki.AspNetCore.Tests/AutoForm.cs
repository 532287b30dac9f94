using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using MyNumber.Jpki.AspNetCore.Agent;

namespace MyNumber.Jpki.AspNetCore.Tests;

/// <summary>The form of a page that posts itself, as a browser reads it.</summary>
internal sealed record AutoForm(Uri Action, Dictionary<string, string> Fields)
{
    public static async Task<AutoForm> ReadAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return Read(await response.Content.ReadAsStringAsync());
    }

    public static AutoForm Read(string page) => new(
        new Uri(WebUtility.HtmlDecode(Regex.Match(page, "<form method=\"post\" action=\"([^\"]*)\">").Groups[1].Value)),
        Regex.Matches(page, "<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")
            .ToDictionary(field => WebUtility.HtmlDecode(field.Groups[1].Value), field => WebUtility.HtmlDecode(field.Groups[2].Value)));

    /// <summary>What a card agent reads of it when the browser tells this origin.</summary>
    public AgentRequest AskedBy(string origin)
    {
        AgentRequest.TryRead(Fields.Select(field => KeyValuePair.Create(field.Key, new StringValues(field.Value))), origin, out AgentRequest? request).ShouldBeTrue();
        return request!;
    }
}
