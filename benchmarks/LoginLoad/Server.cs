using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.Services;

namespace MyNumber.LoginLoad;

/// <summary>A site with login by card and nothing else, over HTTP on a free port of 127.0.0.1. Its first line is its address; it ends when its input ends.</summary>
internal static class Server
{
    public const string Origin = "https://bank.example";

    private const int Capacity = 1_000_000;

    public static async Task RunAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IChallengeStore>(new InMemoryChallengeStore(TimeProvider.System, Capacity, long.MaxValue));
        builder.Services.AddMyNumberJpki(options =>
        {
            options.Origin = Origin;
            options.ChallengeLifetime = TimeSpan.FromHours(1);
        }).UseEmulator(options =>
        {
            options.Persons = Cards.Count;
            options.KeepsAnswers = true;
        });
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddJpkiLogin(options => options.SubjectKey = new byte[32]);

        WebApplication app = builder.Build();
        await using (app.ConfigureAwait(false))
        {
            app.UseAuthentication();
            app.MapGet("/login", () => Results.Challenge(new AuthenticationProperties { RedirectUri = "/" }, [JpkiLoginDefaults.AuthenticationScheme]));
            app.MapGet("/memory", () => Results.Text(string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(forceFullCollection: true)} {Environment.WorkingSet}")));
            await app.StartAsync();
            Console.WriteLine(app.Urls.First());
            await Console.In.ReadToEndAsync();
            await app.StopAsync();
        }
    }
}
