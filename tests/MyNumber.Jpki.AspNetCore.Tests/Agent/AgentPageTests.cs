using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Reports;

namespace MyNumber.Jpki.AspNetCore.Tests.Agent;

public sealed class AgentPageTests
{
    private static readonly Uri Address = new("http://127.0.0.1:36200/ask?a=1&b=2");

    [Fact]
    public async Task Page_allows_its_own_script_and_its_own_address_and_nothing_else()
    {
        (HttpResponse response, string page) = await WriteAsync([]);
        string script = Regex.Match(page, "<script>(.*)</script>").Groups[1].Value, style = Regex.Match(page, "<style>(.*)</style>").Groups[1].Value;
        response.Headers.ContentSecurityPolicy.ToString().ShouldBe(
            $"default-src 'none'; script-src 'sha256-{Hash(script)}'; style-src 'sha256-{Hash(style)}'; base-uri 'none'; frame-ancestors 'none'; form-action http://127.0.0.1:36200");
    }

    [Theory]
    [InlineData("may not be framed", "X-Frame-Options", "DENY")]
    [InlineData("may not be kept", "Cache-Control", "no-store")]
    [InlineData("is what it says", "X-Content-Type-Options", "nosniff")]
    [InlineData("tells its origin and no more", "Referrer-Policy", "origin")]
    [InlineData("is HTML", "Content-Type", "text/html; charset=utf-8")]
    public async Task Page_has_its_headers(string description, string name, string value)
    {
        (HttpResponse response, _) = await WriteAsync([]);
        response.Headers[name].ToString().ShouldBe(value, description);
    }

    [Theory]
    [InlineData("an end of the attribute", "\"><script>alert(1)</script>")]
    [InlineData("an entity", "&quot;&#x22;")]
    [InlineData("line feeds and kanji", "口座開設\n見本　花子\n")]
    [InlineData("an apostrophe and a template", "'${a}`")]
    public async Task A_value_comes_out_of_the_form_as_it_went_in_and_does_nothing_on_the_way(string description, string value)
    {
        (_, string page) = await WriteAsync(new() { ["text"] = value });
        AutoForm form = AutoForm.Read(page);
        form.Fields["text"].ShouldBe(value, description);
        form.Action.ShouldBe(Address);
        Regex.Count(page, "<script").ShouldBe(1);
    }

    [Theory]
    [InlineData("Japanese", ReportLanguage.Japanese, "lang=\"ja\"", "進む")]
    [InlineData("English", ReportLanguage.English, "lang=\"en\"", "Continue")]
    public async Task Page_has_a_button_in_its_language_for_browsers_without_script(string description, ReportLanguage language, string mark, string button)
    {
        (_, string page) = await WriteAsync([], language);
        page.ShouldContain(mark, Case.Sensitive, description);
        page.ShouldContain($"<button>{button}</button>");
    }

    [Theory]
    [InlineData("a script", "javascript:alert(1)")]
    [InlineData("a file", "file:///etc/passwd")]
    [InlineData("a path", "/ask")]
    public async Task An_address_of_another_kind_is_refused(string description, string address) =>
        await Should.ThrowAsync<ArgumentException>(
            () => AgentPage.WriteAsync(new DefaultHttpContext().Response, new Uri(address, UriKind.RelativeOrAbsolute), new Dictionary<string, string>(), ReportLanguage.Japanese), description);

    private static async Task<(HttpResponse Response, string Page)> WriteAsync(Dictionary<string, string> fields, ReportLanguage language = ReportLanguage.Japanese)
    {
        using MemoryStream body = new();
        HttpResponse response = new DefaultHttpContext { Response = { Body = body } }.Response;
        await AgentPage.WriteAsync(response, Address, fields, language);
        response.StatusCode.ShouldBe((int)HttpStatusCode.OK);
        response.ContentLength.ShouldBe(body.Length);
        return (response, Encoding.UTF8.GetString(body.ToArray()));
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
