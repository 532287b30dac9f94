using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using BankPortalTests;
using BrowserTests.Stage;

namespace MyNumber.PackageTests;

/// <summary>What <c>dotnet new mynumber-bank</c> makes.</summary>
[Collection(PackageCollection.Name)]
public sealed class TemplateTests(Feed feed, DevelopedBank developed) : IClassFixture<DevelopedBank>
{
    [Fact]
    public async Task Project_has_its_own_name_and_the_packages_of_the_templates_version()
    {
        string root = developed.Project.Folder;
        (await File.ReadAllTextAsync(Path.Combine(root, DevelopedBank.Name + ".csproj"))).ShouldContain($"Version=\"{feed.Version}\"");
        (await File.ReadAllTextAsync(Path.Combine(root, "Pages", "Login.cshtml.cs"))).ShouldContain($"namespace {DevelopedBank.Name}.Pages;");
        (await File.ReadAllTextAsync(Path.Combine(root, "Program.cs"))).ShouldContain("#if DEBUG");
        (await File.ReadAllTextAsync(Path.Combine(root, "README.md"))).ShouldContain("samples/BankPortal");
    }

    [Fact]
    public async Task Site_from_the_template_is_built_run_and_asks_for_the_card()
    {
        await using RunningSite site = await RunAsync();

        (await TextAsync(site, "/")).ShouldContain("マイナンバーカードでログインできます。");
        using HttpResponseMessage guarded = await site.Browser.GetAsync(new Uri("/Account", UriKind.Relative));
        guarded.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        guarded.Headers.Location!.PathAndQuery.ShouldStartWith("/Login?ReturnUrl=");
        (await TextAsync(site, "/site.css")).ShouldContain("font-family");

        string login = await TextAsync(site, "/Login");
        login.ShouldContain("<html lang=\"ja\">");
        login.ShouldNotContain("role=\"alert\"");
        using HttpResponseMessage challenge = await BeginAsync(site, login);
        string page = await challenge.Content.ReadAsStringAsync();
        challenge.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        page.ShouldContain("action=\"http://127.0.0.1:36200/ask\"");
        challenge.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("form-action http://127.0.0.1:36200");

        (await TextAsync(site, "/Login?reason=Held")).ShouldContain("role=\"alert\"");
        (await TextAsync(site, "/Login?reason=AgentCancelled")).ShouldContain("role=\"alert\"");
        string odd = await TextAsync(site, "/Login?reason=%3Cscript%3E7");
        odd.ShouldContain("role=\"alert\"");
        odd.ShouldNotContain("<script>7");
        using HttpResponseMessage forged = await site.Browser.PostAsync(new Uri("/Login", UriKind.Relative), new FormUrlEncodedContent([]));
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>What a user of the packages does: the site from the template, the card agent as a tool, a login at a browser.</summary>
    [Fact]
    public async Task Customer_logs_in_with_the_installed_card_agent_and_arrives_at_the_account_page()
    {
        int port = FreePort.Find();
        string origin = $"http://localhost:{port}";
        await using CardProgram card = await CardProgram.IntroduceAsync(
            ServerProgram.Start("mynumber-card-agent", await feed.InstallAsync("MyNumber.CardAgent", "mynumber-card-agent", "--port", "0", "--allow", origin)), person: 0);
        await using RunningSite site = await RunningSite.StartAsync(
            developed.Project.Start("--environment", "Development", "--Jpki:Origin", origin, "--Jpki:AgentAddress", card.Origin + "/ask"), port);
        using FormBrowser browser = new();

        Shown login = await browser.GoAsync(new Uri(site.Address, "/Account"));
        login.Path.ShouldStartWith(origin + "/Login");
        Shown asked = await browser.SubmitAsync(await browser.SubmitAsync(login));
        asked.Path.ShouldStartWith(card.Origin);
        asked.Text.ShouldContain(origin);
        Shown account = await browser.SubmitAsync(await browser.SubmitAsync(asked, ("pin", card.LoginPin)));

        account.Path.ShouldBe(origin + "/Account", account.Text + site.Output);
        Regex.IsMatch(account.Body, "<code>[A-Za-z0-9_-]{43}</code>").ShouldBeTrue(account.Body); // a digest of 32 bytes in base64url
        account.Text.ShouldContain("証明書を更新すると変わります");
        account.Text.ShouldNotContain("AccountLinks"); // that is for who builds the site
    }

    [Fact]
    public async Task Accounts_are_found_by_what_the_library_has_for_it()
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(developed.Project.Folder, "README.md"));
        (await File.ReadAllTextAsync(Path.Combine(developed.Project.Folder, "Pages", "Account.cshtml.cs"))).ShouldContain("口座の鍵にはしません");
        readme.ShouldContain("`AccountLinks.FindAccountAsync(context.Login)`");
        feed.Packages["MyNumber.Jpki"].ReadText("lib/net10.0/MyNumber.Jpki.xml").ShouldContain("M:MyNumber.Jpki.Services.Accounts.AccountLinks.FindAccountAsync(");
        readme.ShouldContain("`AddMyNumberJpki(…).AddAccountLinks()`");
        feed.Packages["MyNumber.Jpki.AspNetCore"].ReadText("lib/net10.0/MyNumber.Jpki.AspNetCore.xml").ShouldContain("JpkiAccountLinksExtensions.AddAccountLinks(");
    }

    [Fact]
    public async Task Site_answers_to_its_own_name_guards_its_pages_and_tells_its_health()
    {
        await using RunningSite site = await RunAsync();

        using HttpRequestMessage elsewhere = new(HttpMethod.Get, "/") { Headers = { Host = "bank.invalid" } };
        using HttpResponseMessage refused = await site.Browser.SendAsync(elsewhere);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using HttpResponseMessage page = await site.Browser.GetAsync(new Uri("/Login", UriKind.Relative));
        string policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        page.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await TextAsync(site, "/health")).ShouldBe("Healthy");
    }

    [Fact]
    public async Task One_client_begins_twenty_logins_in_five_minutes_and_no_more()
    {
        await using RunningSite site = await RunAsync();
        string login = await TextAsync(site, "/Login");
        for (int count = 1; count <= 20; count++)
        {
            using HttpResponseMessage begun = await BeginAsync(site, login);
            begun.StatusCode.ShouldBe(HttpStatusCode.OK, $"login {count}");
        }

        using HttpResponseMessage refused = await BeginAsync(site, login);

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        (await refused.Content.ReadAsStringAsync()).ShouldContain("しばらくしてからやり直す");
        (await TextAsync(site, "/Login")).ShouldContain("マイナンバーカードでログイン");
    }

    [Fact]
    public async Task Logins_that_a_page_of_another_site_begins_are_refused_and_not_counted()
    {
        await using RunningSite site = await RunAsync();
        string login = await TextAsync(site, "/Login");
        for (int count = 1; count <= 21; count++)
        {
            using HttpResponseMessage foreign = await BeginAsync(site, login, from: "cross-site");
            foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"login {count}");
        }

        using HttpResponseMessage own = await BeginAsync(site, login, from: "same-origin");

        own.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Of the settings only those for production, which name no site that the operator might overlook.</summary>
    [Fact]
    public async Task Site_without_its_origin_does_not_start_and_says_what_to_set()
    {
        ProcessStartInfo start = developed.Project.Start("--environment", "Development", "--Login:SubjectKey", Convert.ToBase64String(new byte[32]), "--urls", "http://127.0.0.1:0");
        start.WorkingDirectory = feed.NewFolder("template-without-origin");
        File.Copy(Path.Combine(developed.Project.Folder, "appsettings.json"), Path.Combine(start.WorkingDirectory, "appsettings.json"));

        (int code, string output, string error) = await Dotnet.RunAsync(start, string.Empty);

        code.ShouldNotBe(0);
        (output + error).ShouldContain("set Origin to what the browser shows");
    }

    [Fact]
    public async Task Release_of_the_template_has_no_lab_no_known_secret_and_says_what_is_missing()
    {
        FreshProject bank = await DevelopedBank.MakeAsync(feed, "template-release");
        await bank.BuildAsync("Release");

        Directory.EnumerateFiles(bank.Output("Release"), "MyNumber.*.dll").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
            .ShouldBe(["MyNumber.Jpki", "MyNumber.Jpki.AspNetCore", "MyNumber.Numbering"]);
        string published = feed.NewFolder("template-published");
        await Dotnet.DoAsync(bank.Folder, "publish", "-c", "Release", "--no-build", "-o", published);
        Directory.EnumerateFiles(published, "appsettings*.json").Select(Path.GetFileName).ShouldBe(["appsettings.json"]);
        (int code, string output, string error) = await Dotnet.RunAsync(bank.StartOf("Release", "--environment", "Production", "--urls", "http://127.0.0.1:0"), string.Empty);
        code.ShouldNotBe(0);
        (output + error).ShouldContain("No anchors are configured: set Signature.AnchorFiles or UserAuthentication.AnchorFiles");
    }

    private Task<RunningSite> RunAsync() => RunningSite.StartAsync(developed.Project.Start("--environment", "Development"));

    /// <summary>Posts the form of the login page, from where the browser says; it may say nothing.</summary>
    private static async Task<HttpResponseMessage> BeginAsync(RunningSite site, string login, string? from = null)
    {
        string token = Regex.Match(login, "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        using FormUrlEncodedContent form = new([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using HttpRequestMessage post = new(HttpMethod.Post, "/Login") { Content = form, Headers = { { "Accept-Language", "ja" } } };
        if (from is not null)
        {
            post.Headers.Add("Sec-Fetch-Site", from);
        }

        return await site.Browser.SendAsync(post);
    }

    private static async Task<string> TextAsync(RunningSite site, string address)
    {
        using HttpResponseMessage answer = await site.Browser.GetAsync(new Uri(address, UriKind.Relative));
        string text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return text;
    }
}
