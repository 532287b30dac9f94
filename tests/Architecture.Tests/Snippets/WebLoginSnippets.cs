using System.Data.Common;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MyNumber.Jpki.AspNetCore.Applications;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Jpki.Services.Accounts.Storage;
using MyNumber.Numbering.Storage;

namespace MyNumber.Architecture.Tests.Documents;

/// <summary>The page docs/aspnetcore/login.md: from a fresh project to a login.</summary>
public sealed class WebLoginSnippets
{
    [Fact]
    public async Task Program_of_the_page_guards_its_page_by_a_question_to_the_card_agent()
    {
        await using StartedProgram program = await StartedProgram.StartAsync(
            Program, "--environment", "Development", "--urls", "http://127.0.0.1:0", "--Jpki:Origin", "http://localhost:5080", "--SubjectKey", NewKey());
        using HttpClient browser = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = program.Address };
        (await browser.GetStringAsync("/")).ShouldContain("href=\"/account\"");
        using HttpResponseMessage question = await browser.GetAsync("/account");
        question.StatusCode.ShouldBe(HttpStatusCode.OK);
        string page = await question.Content.ReadAsStringAsync();
        page.ShouldContain("action=\"http://127.0.0.1:36200/ask\"");
        page.ShouldContain("value=\"http://localhost:5080/signin-jpki\"");
        page.ShouldNotContain("subject:");
    }

    [Theory]
    [InlineData("no key for subjects", "Development", "set SubjectKey to at least 32 random bytes")]
    [InlineData("no emulator and no anchors", "Production", "No anchors are configured")]
    public void Program_of_the_page_tells_what_is_missing(string row, string environment, string advice) =>
        Should.Throw<Exception>(
                () => Program(["--environment", environment, "--urls", "http://127.0.0.1:0", "--Jpki:Origin", "http://localhost:5080", "--SubjectKey", environment == "Production" ? NewKey() : ""]), row)
            .Message.ShouldContain(advice);

    [Fact]
    public void Card_without_an_account_is_a_word_of_the_application()
    {
        JpkiLoginOptions options = new();
        FindAccounts(options);
        options.Events.OnCertificateValidated.ShouldNotBeNull();
        NoAccount.Code.ShouldBe("NoAccount");
    }

    private static JpkiRejection NoAccount { get; } = JpkiRejection.Own(
        "NoAccount", StatusCodes.Status401Unauthorized, "口座がない", "there is no account", "口座を開設する", "open an account");

    internal static void FindAccounts(JpkiLoginOptions options)
    {
        #region web-login-account
        options.Events.OnCertificateValidated = async context =>
        {
            AccountLinks links = context.HttpContext.RequestServices.GetRequiredService<AccountLinks>();
            if (await links.FindAccountAsync(context.Login) is { } account)
            {
                context.Identity.AddClaim(new Claim("account", account));    // the bank's own number; nothing of the card goes into the cookie
            }
            else
            {
                context.Refuse(NoAccount);                                   // a JpkiRejection.Own with the bank's words
            }
        };
        #endregion
    }

    internal static void KeepLinks(WebApplicationBuilder builder, DbDataSource database)
    {
        #region web-login-links
        builder.Services.AddSingleton<IAccountLinkStore>(new SqlAccountLinkStore(database, SqlDialect.PostgreSql));     // leave it out for a trial: in memory, gone with the process
        builder.Services.AddMyNumberJpki(builder.Configuration.GetSection("Jpki")).AddAccountLinks();
        #endregion
    }

    internal static void Share(WebApplicationBuilder builder, DbDataSource database, DirectoryInfo keys)
    {
        #region web-login-servers
        builder.Services.AddMyNumberJpki(builder.Configuration.GetSection("Jpki"))
            .UseSqlChallenges(database, SqlDialect.PostgreSql);                                                     // one server of all takes a challenge
        builder.Services.AddDataProtection().SetApplicationName("bank").PersistKeysToFileSystem(keys);              // a folder that all servers share, guarded at rest
        #endregion
    }

    internal static void Apply(WebApplication app)
    {
        #region web-apply
        app.MapGet("/apply", (HttpContext context, SignedApplications cards) => cards.AskAsync(context, "口座開設を申し込みます。", "/applied", reference: "draft-1"));
        app.MapPost("/applied", async (HttpContext context, SignedApplications cards) =>
        {
            ApplicationAnswer answer = await cards.ReceiveAsync(context);    // origin, state, cookie, nonce, text, signature, certificate, status
            return Results.Redirect(answer.IsAccepted ? $"/done/{answer.Reference}" : $"/refused?reason={answer.Rejection.Code}");
        });
        #endregion
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static void Program(string[] args)
    {
        #region web-login
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        IJpkiBuilder jpki = builder.Services.AddMyNumberJpki(builder.Configuration.GetSection("Jpki"));
        if (builder.Environment.IsDevelopment())
        {
            jpki.UseEmulator();                                              // invented people, their authority and its responder, all in this process
        }

        builder.Services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;           // keeps the session
                options.DefaultChallengeScheme = JpkiLoginDefaults.AuthenticationScheme;             // asks who it is
            })
            .AddCookie()
            .AddJpkiLogin(options => options.SubjectKey = Convert.FromBase64String(builder.Configuration["SubjectKey"] ?? ""));
        builder.Services.AddAuthorization();

        WebApplication app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/", () => Results.Text("<a href=\"/account\">account</a>", "text/html"));
        app.MapGet("/account", (ClaimsPrincipal user) => $"subject: {user.FindFirstValue(ClaimTypes.NameIdentifier)}").RequireAuthorization();
        app.Run();
        #endregion
    }
}
