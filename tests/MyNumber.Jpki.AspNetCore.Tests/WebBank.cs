using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Applications;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.AspNetCore.Tests.Applications;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests;

/// <summary>A bank's site in this process: login, a guarded page by endpoint and by controller, an application and a prefilled form.</summary>
internal sealed class WebBank : IAsyncDisposable
{
    public const string Origin = "https://bank.example";
    public const string AgentOrigin = "http://127.0.0.1:36200";

    private readonly WebApplication _app;
    private readonly LabWorld _world;

    private WebBank(WebApplication app, LabWorld world, LogSink log)
    {
        _app = app;
        _world = world;
        Log = log;
    }

    public static ReadOnlyMemory<byte> SubjectKey { get; } = Enumerable.Range(1, 32).Select(i => (byte)i).ToArray();

    public LogSink Log { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<WebBank> StartAsync(
        LabWorld world, Action<JpkiOptions>? jpki = null, Action<JpkiLoginOptions>? login = null, Action<IServiceCollection>? services = null, string environment = "Development",
        Action<IJpkiBuilder>? builder = null, Action<WebApplication>? guards = null)
    {
        LogSink log = new();
        WebApplicationBuilder web = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        web.WebHost.UseTestServer(server => server.BaseAddress = new Uri(Origin));
        web.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        web.Services.AddSingleton<TimeProvider>(world.Clock);
        web.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services?.Invoke(web.Services);
        IJpkiBuilder added = web.Services.AddMyNumberJpki(options =>
        {
            options.Environment = JpkiEnvironment.Lab;
            options.Signature.Anchors = world.Anchors(CertificatePurpose.Signature);
            options.UserAuthentication.Anchors = world.Anchors(CertificatePurpose.UserAuthentication);
            options.Ocsp = options.Ocsp with { ResponderAddress = world.OcspAddress };
            options.Origin = Origin;
            jpki?.Invoke(options);
        });
        builder?.Invoke(added);
        web.Services.AddAuthorization();
        web.Services.AddControllers().AddApplicationPart(typeof(WebBank).Assembly);
        web.Services.AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = JpkiLoginDefaults.AuthenticationScheme;
            })
            .AddCookie()
            .AddJpkiLogin(options =>
            {
                options.SubjectKey = SubjectKey;
                login?.Invoke(options);
            });
        WebApplication app = web.Build();
        (guards ?? Guard)(app);
        Map(app);
        await app.StartAsync();
        return new WebBank(app, world, log);
    }

    public Browser Open() => new(_app.GetTestServer());

    /// <summary>What the page of a path asks of the agent.</summary>
    public static async Task<AgentRequest> AskAsync(Browser browser, string path = "/account") =>
        (await AutoForm.ReadAsync(await browser.GetAsync(path))).AskedBy(Origin);

    /// <summary>The holder's answer to what a path asks, not yet posted.</summary>
    public async Task<Dictionary<string, string>> SignAsync(Browser browser, LabHolder holder, string path = "/account")
    {
        AgentAnswer answer = await CardAtHome.AnswerAsync(holder, await AskAsync(browser, path), _world.Clock);
        return new(answer.ToFields());
    }

    /// <summary>A whole login, up to the answer of the callback.</summary>
    public async Task<HttpResponseMessage> LogInAsync(Browser browser, LabHolder holder, string path = "/account") =>
        await browser.PostAsync(JpkiLoginDefaults.CallbackPath, await SignAsync(browser, holder, path));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static void Guard(WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }

    private static void Map(WebApplication app)
    {
        app.MapControllers();
        TransferDesk.Map(app);
        app.MapGet("/", () => "welcome");
        app.MapGet("/login", (string? to) => Results.Challenge(new AuthenticationProperties { RedirectUri = to }, [JpkiLoginDefaults.AuthenticationScheme]));
        app.MapGet("/account", [Authorize] (ClaimsPrincipal user) => string.Join('\n', user.Claims.Select(claim => $"{claim.Type}={claim.Value}")));
        app.Map("/orders", [Authorize] () => "orders");
        app.MapPost("/apply", async (HttpContext context, SignedApplications applications) =>
            await applications.AskAsync(context, (await context.Request.ReadFormAsync())["text"].ToString(), "/apply/return", "draft-7"));
        app.MapPost("/transfer/return", async (HttpContext context, SignedApplications applications) =>
        {
            ApplicationAnswer answer = await applications.ReceiveAsync(context);
            await (answer.IsAccepted ? context.Response.WriteAsync("transferred") : JpkiProblem.WriteAsync(context, answer.Rejection));
        });
        app.MapPost("/apply/return", async (HttpContext context, SignedApplications applications) =>
        {
            ApplicationAnswer answer = await applications.ReceiveAsync(context);
            await (answer.IsAccepted
                ? context.Response.WriteAsync($"{answer.Reference}|{answer.Result.Holder!.Attributes.Name}|{answer.Result.Text}|{answer.Document.Length > 0}|{answer}")
                : JpkiProblem.WriteAsync(context, answer.Rejection));
        });
        app.MapPost("/prefill", (HttpContext context, SignedApplications applications) => applications.AskForCertificateAsync(context, "/prefill/return"));
        app.MapPost("/prefill/return", async (HttpContext context, SignedApplications applications) =>
        {
            CertificateAnswer answer = await applications.ReceiveCertificateAsync(context);
            await (answer.IsAccepted ? context.Response.WriteAsync($"{answer.Result.Holder!.Attributes.Name}|{answer}") : JpkiProblem.WriteAsync(context, answer.Rejection));
        });
    }
}
