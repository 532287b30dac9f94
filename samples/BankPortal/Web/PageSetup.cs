using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace BankPortal.Web;

/// <summary>Pages, their addresses and their forms.</summary>
internal static class PageSetup
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // Japanese stays readable in the source
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.AddRazorPages(options =>
        {
            options.Conventions.AuthorizePage("/Account");
            options.Conventions.AuthorizeFolder("/Clerk", Policies.Clerk);
            options.Conventions.AllowAnonymousToPage("/Clerk/Login");
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "__Host-BankPortal.Form";
            options.Cookie.Path = "/";
            options.Cookie.SameSite = SameSiteMode.Lax; // pages are reached from the card agent's site by redirection
            options.SuppressXFrameOptionsHeader = true; // every page has a stricter one
        });
    }
}
