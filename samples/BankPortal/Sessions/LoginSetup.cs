using System.Security.Cryptography;
using BankPortal.Web;
using Microsoft.AspNetCore.Authentication.Cookies;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Testing.Hosting;

namespace BankPortal.Sessions;

/// <summary>Customers come in by card, clerks by a door of their own.</summary>
internal static class LoginSetup
{
    public static void Add(IServiceCollection services, PortalSettings settings)
    {
        services.AddMyNumberJpki(options =>
        {
            options.Origin = settings.Origin;
            options.AgentAddress = settings.Agent;
        }).UseEmulator(options =>
        {
            options.Seed = settings.Seed;
            options.Persons = EmulatorOptions.MostPersons; // whoever the card agent may hold the card of
        }).AddAccountLinks();
        services.AddSingleton<CustomerLogin>();
        services.AddAuthorizationBuilder().AddPolicy(Policies.Clerk, policy => policy.AddAuthenticationSchemes(Policies.Clerk).RequireAuthenticatedUser());
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                SetCookie(options, "__Host-BankPortal.Customer");
                options.LoginPath = "/login";
                options.Events.OnValidatePrincipal = CustomerLogin.CheckAsync;
            })
            .AddCookie(Policies.Clerk, options =>
            {
                SetCookie(options, "__Host-BankPortal.Clerk");
                options.LoginPath = "/clerk/login";
                options.Events.OnValidatePrincipal = CustomerLogin.CheckAsync;
            })
            .AddJpkiLogin(options =>
            {
                options.SubjectKey = RandomNumberGenerator.GetBytes(JpkiLoginOptions.MinimumSubjectKeyLength); // a bank keeps it for ever among its secrets; here nothing outlives the process
                options.RejectedPath = "/login/refused";
                options.Events.OnCertificateValidated = context => context.HttpContext.RequestServices.GetRequiredService<CustomerLogin>().AdmitAsync(context);
            });
    }

    // A name with __Host- cannot be planted by another host of the same domain (RFC 6265bis §4.1.3.2).
    // The server decides how long a session lives; the cookie's own time is only the most there can be.
    private static void SetCookie(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always; // browsers take http://localhost for secure
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = SessionDesk.Longest;
        options.SlidingExpiration = false;
        options.ReturnUrlParameter = "to";
    }
}
