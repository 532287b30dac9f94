using System.Net;
using BankPortal.Accounts;
using BankPortal.Bounds;
using BankPortal.Clerks;
using BankPortal.Lab;
using BankPortal.Opening;
using BankPortal.Sessions;
using BankPortal.Web;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.DataProtection;
using MyNumber.Jpki.Evidence.Storage;

namespace BankPortal;

/// <summary>Puts the site together.</summary>
internal static class PortalHost
{
    /// <summary>Builds the site; nothing listens yet.</summary>
    /// <param name="settings">What the command line asked for.</param>
    /// <param name="adjust">Changes what a test needs otherwise.</param>
    /// <exception cref="InvalidOperationException">It is to stand on a network.</exception>
    public static WebApplication Build(PortalSettings settings, Action<WebApplicationBuilder>? adjust = null)
    {
        if (settings.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal);
        }

        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PortalHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = settings.EnvironmentName,
        });
        builder.Configuration["AllowedHosts"] = new Uri(settings.Origin).Host;
        Log(builder.Logging);
        builder.Services.AddSingleton(settings);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider(); // all else is in memory too
        AddBank(builder.Services);
        LoginSetup.Add(builder.Services, settings);
        PageSetup.Add(builder.Services);
        StepBounds.Add(builder.Services);
        adjust?.Invoke(builder);
        Listen(builder, settings); // last, so that nothing else opens a door

        WebApplication app = builder.Build();
        app.UseExceptionHandler("/error");
        app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always, HttpOnly = HttpOnlyPolicy.Always }); // whoever writes them, and also over the http of localhost
        app.UseMiddleware<PageHeaders>();
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseRouting();
        app.UseMiddleware<OwnPagesOnly>();
        app.UseRateLimiter(); // before the scheme takes an answer
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        SiteStyle.Map(app);
        OpeningEndpoints.Map(app);
        return app;
    }

    private static void AddBank(IServiceCollection services)
    {
        services.AddSingleton<IEvidenceVault, InMemoryEvidenceVault>();
        services.AddSingleton<IEvidenceStore>(provider => new EvidenceStore(provider.GetRequiredService<IEvidenceVault>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AccountBook>();
        services.AddSingleton<ApplicationBook>();
        services.AddSingleton<DraftDesk>();
        services.AddSingleton<AccountOpener>();
        services.AddSingleton<OpeningDesk>();
        services.AddSingleton<ClerkDesk>();
        services.AddSingleton<StatusDesk>();
        services.AddSingleton<SessionDesk>();
        services.AddSingleton<LabBench>();
    }

    private static void Listen(WebApplicationBuilder builder, PortalSettings settings)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Configure(); // no endpoints out of settings files and variables: what listens is judged by the settings
            if (settings.Address is null)
            {
                kestrel.Listen(IPAddress.Loopback, settings.Port);
            }
        });
        builder.WebHost.UseUrls(settings.Address?.GetLeftPart(UriPartial.Authority) ?? string.Empty);
        builder.WebHost.UseSetting(WebHostDefaults.PreferHostingUrlsKey, bool.FalseString); // or the addresses of variables would take the place of those named in code
    }

    // Standard output is for the address alone. An OCSP request may have a serial number in its address, so the HTTP client's own lines stay out.
    private static void Log(ILoggingBuilder logging) => logging
        .ClearProviders()
        .AddSimpleConsole(console => console.SingleLine = true)
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
        .SetMinimumLevel(LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical) // the program tells itself why it does not start
        .AddFilter("System.Net.Http", LogLevel.Warning);
}
