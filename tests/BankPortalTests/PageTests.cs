using System.Net;
using System.Text.RegularExpressions;
using BankPortal.Opening;

namespace BankPortalTests;

public sealed class PageTests(PageFixture fixture) : IClassFixture<PageFixture>
{
    private readonly Browser _browser = fixture.Browser;
    private readonly Portal _portal = fixture.Portal;

    public static TheoryData<string> Paths { get; } =
    [
        "/", "/open", "/open/form", "/open/confirm", "/open/done", "/open/refused?reason=Held", "/login", "/login/refused?reason=Revoked", "/account",
        "/clerk", "/clerk/status", "/clerk/login", "/clerk/application/M20261110-00001", "/lab", "/error", "/nowhere",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_may_not_be_framed_cached_or_given_a_script(string path)
    {
        Shown page = await _browser.VisitAsync(path);

        string policy = page.Header("Content-Security-Policy");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("form-action 'self'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("script-src");
        page.Header("X-Frame-Options").ShouldBe("DENY");
        page.Header("X-Content-Type-Options").ShouldBe("nosniff");
        page.Header("Cache-Control").ShouldContain("no-store");
        page.Header("Referrer-Policy").ShouldBe("same-origin");
        page.Header("Server").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_with_a_form_draws_no_warning_about_its_headers(string path)
    {
        int before = _portal.Log.Lines.Count;
        await _browser.VisitAsync(path);

        _portal.Log.Lines.Skip(before).Where(line => line.Text.Contains("Cache-Control", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_has_no_script_and_no_style_of_its_own(string path)
    {
        string body = (await _browser.VisitAsync(path)).Body;

        body.ShouldNotContain("<script");
        body.ShouldNotContain("<style");
        Regex.IsMatch(body, "<[^>]*\\s(style|on[a-z]+)=").ShouldBeFalse();
        body.ShouldNotContain("javascript:");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_is_in_Japanese_with_landmarks_one_heading_and_a_label_for_each_field(string path)
    {
        string body = (await _browser.VisitAsync(path)).Body;

        body.ShouldContain("<html lang=\"ja\">");
        body.ShouldContain("<main id=\"main\"");
        body.ShouldContain("<title>");
        body.ShouldContain("href=\"#main\"");
        Regex.Count(body, "<h1").ShouldBe(1);
        foreach (Match field in Regex.Matches(body, "<input id=\"([^\"]+)\""))
        {
            body.ShouldContain($"<label for=\"{field.Groups[1].Value}\"");
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Form_without_its_token_is_refused(string path)
    {
        Shown page = await _browser.VisitAsync(path);
        foreach (HtmlForm form in page.Forms)
        {
            form.Fields.ShouldContainKey("__RequestVerificationToken", form.Action);
            Shown refused = await _browser.PostAsync(form.Action, form.Fields.Where(field => field.Key != "__RequestVerificationToken"));
            refused.Status.ShouldBe(HttpStatusCode.BadRequest, form.Action);
            refused.Text.ShouldContain("もう一度画面を開いて");
        }
    }

    [Fact]
    public async Task Form_with_another_browsers_token_is_refused()
    {
        HtmlForm form = (await _portal.Open().GetAsync("/login")).Form();

        (await _portal.Open().PostAsync(form.Action, form.Fields)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Page_for_the_card_agent_lets_the_agent_see_the_origin()
    {
        Browser browser = _portal.Open();
        Shown asked = await browser.SubmitAsync(await browser.GetAsync("/login"));

        asked.Header("Referrer-Policy").ShouldBe("origin");
        asked.Header("Content-Security-Policy").ShouldContain($"form-action {Portal.AgentOrigin}");
        asked.Header("X-Frame-Options").ShouldBe("DENY");
    }

    [Fact]
    public async Task Stylesheet_is_served_and_nothing_else_of_the_disk()
    {
        Shown style = await _browser.GetAsync("/site.css");

        style.Status.ShouldBe(HttpStatusCode.OK);
        style.Body.ShouldContain("focus-visible");
        (await _browser.GetAsync("/appsettings.json")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _browser.GetAsync("/BankPortal.dll")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Markup_in_a_field_stays_text_on_every_page()
    {
        const string Markup = "<img src=x onerror=alert(1)>";
        Customer customer = new(_portal, _portal.Open(), _portal.Person(1));
        await customer.OpenAccountAsync(("Input.Name", Markup));
        string receipt = _portal.Get<ApplicationBook>().All[0].Receipt;
        Shown[] pages = [await customer.Browser.GetAsync("/open/done"), await _browser.GetAsync("/clerk"), await _browser.GetAsync($"/clerk/application/{receipt}")];

        pages.ShouldAllBe(page => !page.Body.Contains("<img", StringComparison.Ordinal));
        pages[2].Body.ShouldContain("&lt;img src=x onerror=alert(1)&gt;");
    }

    [Fact]
    public async Task Wrong_form_tells_each_field_and_where_it_is()
    {
        Shown form = await _browser.GetAsync("/open/form");
        Shown wrong = await _browser.SubmitAsync(form, "/open/form", ("Input.Name", "花\u202e子"), ("Input.Phone", "abc"), ("Input.BirthDate", "2999-01-01"), ("Input.Branch", "隣の銀行"));

        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Body.ShouldContain("role=\"alert\"");
        wrong.Body.ShouldContain("autofocus");
        wrong.Text.ShouldContain("入力の誤り");
        foreach (string field in new[] { "Name", "Phone", "BirthDate", "Branch" })
        {
            wrong.Body.ShouldContain($"<a href=\"#{field}\">");
            wrong.Body.ShouldContain($"id=\"{field}-problem\"");
        }

        wrong.Body.ShouldContain("aria-invalid=\"true\"");
    }
}
