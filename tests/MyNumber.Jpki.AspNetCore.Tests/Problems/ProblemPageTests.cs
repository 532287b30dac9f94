using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using MyNumber.Jpki.AspNetCore.Problems;

namespace MyNumber.Jpki.AspNetCore.Tests.Problems;

public sealed class ProblemPageTests
{
    private const string AsChromium = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7";

    [Theory]
    [InlineData("Chromium opens a page", AsChromium, "document", true)]
    [InlineData("an old browser opens a page", AsChromium, null, true)]
    [InlineData("HTML alone", "text/html", null, true)]
    [InlineData("HTML in capitals", "Text/HTML", "document", true)]
    [InlineData("HTML before JSON", "application/json;q=0.8, text/html", null, true)]
    [InlineData("JSON before HTML", "application/json, text/html;q=0.9", null, false)]
    [InlineData("problem details before HTML", "text/html;q=0.5, application/problem+json", null, false)]
    [InlineData("both alike", "text/html, application/json", null, false)]
    [InlineData("HTML that is not wanted", "text/html;q=0, */*", null, false)]
    [InlineData("anything", "*/*", "document", false)]
    [InlineData("nothing said", null, "document", false)]
    [InlineData("a script that wants HTML", "text/html", "empty", false)]
    [InlineData("a frame", AsChromium, "iframe", false)]
    [InlineData("no header of its kind", ";;q=,\u0001", null, false)]
    public async Task A_page_is_written_where_a_browser_shows_what_comes(string description, string? accept, string? destination, bool isPage)
    {
        (HttpResponse response, _) = await WriteAsync(JpkiRejection.Busy, "ja", accept, destination);
        response.ContentType.ShouldBe(isPage ? "text/html; charset=utf-8" : "application/problem+json", description);
        response.Headers.Vary.ToString().ShouldBe("Accept-Language, Accept, Sec-Fetch-Dest");
        response.StatusCode.ShouldBe(503);
        response.Headers.RetryAfter.ToString().ShouldBe("30");
    }

    [Theory]
    [InlineData("ja", "チャレンジの期限切れ", "<p>次にすること：ログインを最初からやり直す</p><p>コード：ChallengeExpired 301 (HTTP 401)</p>")]
    [InlineData("en", "older than its lifetime", "<p>What to do next: begin a new login</p><p>Code: ChallengeExpired 301 (HTTP 401)</p>")]
    public async Task The_page_has_the_words_of_the_problem_in_its_language(string language, string meaning, string text)
    {
        (HttpResponse response, string page) = await WriteAsync(JpkiRejection.For(VerificationOutcome.Invalid, VerificationReason.ChallengeExpired, 401), language);
        page.ShouldContain($"<html lang=\"{language}\">");
        page.ShouldContain($"<title>{meaning}</title>");
        page.ShouldContain($"<main><h1>{meaning}</h1>{text}</main>");
        response.Headers.ContentLanguage.ToString().ShouldBe(language);
        response.Headers.RetryAfter.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_runs_nothing_and_may_not_be_framed_or_kept()
    {
        (HttpResponse response, string page) = await WriteAsync(JpkiRejection.AnswerMalformed, "en");
        string style = Regex.Match(page, "<style>(.*)</style>").Groups[1].Value;
        response.Headers.ContentSecurityPolicy.ToString().ShouldBe(
            $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'");
        response.Headers.XFrameOptions.ToString().ShouldBe("DENY");
        response.Headers.CacheControl.ToString().ShouldBe("no-store");
        response.Headers.XContentTypeOptions.ToString().ShouldBe("nosniff");
        response.Headers["Referrer-Policy"].ToString().ShouldBe("no-referrer");
        page.ShouldNotContain("<script");
    }

    [Fact]
    public async Task Words_of_the_applications_own_are_encoded()
    {
        JpkiRejection own = JpkiRejection.Own("AccountUnknown", 403, "<b>口座</b>", "<b>account</b>", "\"><script>alert(1)</script>", "\"><script>alert(1)</script>");
        (_, string page) = await WriteAsync(own, "ja");
        page.ShouldContain("<h1>&lt;b&gt;口座&lt;/b&gt;</h1>");
        page.ShouldNotContain("<script");
        page.ShouldContain("コード：AccountUnknown (HTTP 403)");
    }

    private static async Task<(HttpResponse Response, string Page)> WriteAsync(JpkiRejection rejection, string language, string? accept = AsChromium, string? destination = "document")
    {
        using MemoryStream body = new();
        DefaultHttpContext context = new() { Response = { Body = body } };
        context.Request.Headers.AcceptLanguage = language;
        context.Request.Headers.Accept = accept;
        context.Request.Headers["Sec-Fetch-Dest"] = destination;
        await JpkiProblem.WriteAsync(context, rejection);
        context.Response.ContentLength.ShouldBe(body.Length);
        return (context.Response, Encoding.UTF8.GetString(body.ToArray()));
    }
}
