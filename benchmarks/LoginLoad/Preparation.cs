using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Configuration;

namespace MyNumber.LoginLoad;

/// <summary>Asks the server for challenges, as browsers do, and lets the cards sign them.</summary>
internal sealed partial class Preparation(Uri address, Cards cards)
{
    private static readonly string AgentOrigin = new Uri(JpkiOptions.DefaultAgentAddress).GetLeftPart(UriPartial.Authority);

    public async Task<PreparedLogin[]> RunAsync(int count)
    {
        PreparedLogin[] prepared = new PreparedLogin[count];
        using SocketsHttpHandler handler = new() { UseCookies = false, AllowAutoRedirect = false };
        using HttpClient http = new(handler);
        int next = -1;
        await Task.WhenAll(Enumerable.Range(0, Cards.Count).Select(person => Task.Run(async () =>
        {
            using Cards.Signer signer = await cards.OpenAsync(person);
            for (int at = Interlocked.Increment(ref next); at < count; at = Interlocked.Increment(ref next))
            {
                prepared[at] = await PrepareAsync(http, signer);
            }
        })));
        return prepared;
    }

    private async Task<PreparedLogin> PrepareAsync(HttpClient http, Cards.Signer signer)
    {
        using HttpResponseMessage page = await http.GetAsync(new Uri(address, "/login"));
        string cookies = string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie[..cookie.IndexOf(';', StringComparison.Ordinal)]));
        Dictionary<string, StringValues> fields = Field().Matches(await page.Content.ReadAsStringAsync())
            .ToDictionary(match => match.Groups[1].Value, match => new StringValues(WebUtility.HtmlDecode(match.Groups[2].Value)), StringComparer.Ordinal);
        if (!AgentRequest.TryRead(fields, Server.Origin, out AgentRequest? request))
        {
            throw new InvalidOperationException("The login page has no request.");
        }

        AgentAnswer answer = AgentAnswer.Signed(request, signer.Certificate, await signer.SignAsync(request.Statement.Message));
        return new PreparedLogin(Compose(answer, cookies));
    }

    private static byte[] Compose(AgentAnswer answer, string cookies)
    {
        string body = string.Join('&', answer.ToFields().Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        return Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"POST /signin-jpki HTTP/1.1\r\nHost: bank.example\r\nOrigin: {AgentOrigin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\nCookie: {cookies}\r\n\r\n{body}"));
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex Field();
}
