using System.Net;
using System.Text.RegularExpressions;

namespace MyNumber.PackageTests;

/// <summary>What <c>dotnet new mynumber-bank</c> makes.</summary>
[Collection(PackageCollection.Name)]
public sealed class TemplateTests(Feed feed)
{
    private const string Name = "Machikado.Bank";

    [Fact]
    public async Task Site_from_the_template_is_built_run_and_asks_for_the_card()
    {
        FreshProject bank = await MakeAsync("template-debug");
        await bank.BuildAsync();
        await using RunningSite site = await RunningSite.StartAsync(bank.Start("--environment", "Development"));

        (await TextAsync(site, "/")).ShouldContain("マイナンバーカードでログインできます。");
        using HttpResponseMessage guarded = await site.Browser.GetAsync(new Uri("/Account", UriKind.Relative));
        guarded.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        guarded.Headers.Location!.PathAndQuery.ShouldStartWith("/Login?ReturnUrl=");
        (await TextAsync(site, "/site.css")).ShouldContain("font-family");

        string login = await TextAsync(site, "/Login");
        login.ShouldContain("<html lang=\"ja\">");
        login.ShouldNotContain("role=\"alert\"");
        string token = Regex.Match(login, "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        using FormUrlEncodedContent form = new([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using HttpResponseMessage challenge = await site.Browser.PostAsync(new Uri("/Login", UriKind.Relative), form);
        string page = await challenge.Content.ReadAsStringAsync();
        challenge.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        page.ShouldContain("action=\"http://127.0.0.1:36200/ask\"");
        challenge.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");

        (await TextAsync(site, "/Login?reason=Held")).ShouldContain("role=\"alert\"");
        (await TextAsync(site, "/Login?reason=AgentCancelled")).ShouldContain("role=\"alert\"");
        string odd = await TextAsync(site, "/Login?reason=%3Cscript%3E7");
        odd.ShouldContain("role=\"alert\"");
        odd.ShouldNotContain("<script>7");
        using HttpResponseMessage forged = await site.Browser.PostAsync(new Uri("/Login", UriKind.Relative), new FormUrlEncodedContent([]));
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Release_of_the_template_has_no_lab_and_says_what_is_missing()
    {
        FreshProject bank = await MakeAsync("template-release");
        await bank.BuildAsync("Release");

        Directory.EnumerateFiles(bank.Output("Release"), "MyNumber.*.dll").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
            .ShouldBe(["MyNumber.Jpki", "MyNumber.Jpki.AspNetCore", "MyNumber.Numbering"]);
        (int code, string output, string error) = await Dotnet.RunAsync(bank.StartOf("Release", "--environment", "Production", "--urls", "http://127.0.0.1:0"), string.Empty);
        code.ShouldNotBe(0);
        (output + error).ShouldContain("No anchors are configured");
    }

    /// <summary>Installs the package into a hive of its own and makes a site from it.</summary>
    private async Task<FreshProject> MakeAsync(string folder)
    {
        string root = feed.NewFolder(folder);
        string hive = feed.NewFolder(folder + "-hive");
        await Dotnet.DoAsync(root, "new", "install", feed.Packages["MyNumber.Templates"].Path, "--debug:custom-hive", hive);
        await Dotnet.DoAsync(root, "new", "mynumber-bank", "--name", Name, "--output", ".", "--debug:custom-hive", hive);
        string project = await File.ReadAllTextAsync(Path.Combine(root, Name + ".csproj"));
        project.ShouldContain($"Version=\"{feed.Version}\"");
        (await File.ReadAllTextAsync(Path.Combine(root, "Pages", "Login.cshtml.cs"))).ShouldContain("namespace Machikado.Bank.Pages;");
        (await File.ReadAllTextAsync(Path.Combine(root, "Program.cs"))).ShouldContain("#if DEBUG");
        File.Exists(Path.Combine(root, "README.md")).ShouldBeTrue();
        return new FreshProject(feed, root, Name);
    }

    private static async Task<string> TextAsync(RunningSite site, string address)
    {
        using HttpResponseMessage answer = await site.Browser.GetAsync(new Uri(address, UriKind.Relative));
        string text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return text;
    }
}
