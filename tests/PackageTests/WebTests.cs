using System.Net;

namespace MyNumber.PackageTests;

[Collection(PackageCollection.Name)]
public sealed class WebTests(Feed feed)
{
    private static readonly string Site = $$"""
        {{TenLines.Usings}}
        using Microsoft.AspNetCore.Authentication.Cookies;
        using MyNumber.Jpki.AspNetCore.Login;

        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddMyNumberJpki(options => options.Origin = "http://localhost:5080").UseEmulator();
        builder.Services.AddAuthorization();
        builder.Services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = JpkiLoginDefaults.AuthenticationScheme;
            })
            .AddCookie()
            .AddJpkiLogin(options => options.SubjectKey = new byte[32]);
        WebApplication app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/account", () => "account").RequireAuthorization();
        await app.StartAsync();
        await TenLinesAsync();
        await app.WaitForShutdownAsync();

        static async Task TenLinesAsync()
        {
        {{TenLines.Lines}}
        }
        """;

    [Fact]
    public async Task Fresh_web_project_runs_the_ten_lines_asks_for_the_card_and_refuses_production()
    {
        FreshProject project = await FreshProject.CreateAsync(
            feed, "web", "FreshWeb", Site, ("MyNumber.Jpki.AspNetCore", feed.Version), ("MyNumber.Testing", feed.Version), ("System.Security.Cryptography.Pkcs", TenLines.PkcsVersion));
        await project.BuildAsync();

        await using (RunningSite site = await RunningSite.StartAsync(project.Start("--environment", "Development")))
        {
            using HttpResponseMessage challenge = await site.Browser.GetAsync(new Uri("/account", UriKind.Relative));
            challenge.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await challenge.Content.ReadAsStringAsync()).ShouldContain("action=\"http://127.0.0.1:36200/ask\"");
            await site.SayAsync(TenLines.Output);
        }

        (int code, string output, string error) = await project.RunAsync("--environment", "Production", "--urls", "http://127.0.0.1:0");
        code.ShouldNotBe(0);
        (output + error).ShouldContain("UseEmulator is on and this host's environment is Production");
    }
}
