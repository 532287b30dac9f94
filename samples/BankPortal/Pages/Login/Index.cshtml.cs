using BankPortal.Bounds;
using BankPortal.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MyNumber.Jpki.AspNetCore.Login;

namespace BankPortal.Pages.Login;

/// <summary>ログイン画面.</summary>
[EnableRateLimiting(StepBounds.Begin)]
internal sealed class IndexModel(PortalSettings settings) : PageModel
{
    private const string Home = "/account";

    /// <summary>Where to go afterwards; another site's address is not taken.</summary>
    [FromQuery]
    public string? To { get; set; }

    [FromQuery(Name = "ended")]
    public bool IsLoggedOut { get; set; }

    public string Origin => settings.Origin;

    public IActionResult OnPost([FromForm] string? to) => Challenge(
        CustomerLogin.Begin(User, Url.IsLocalUrl(to) ? to : Home), JpkiLoginDefaults.AuthenticationScheme);
}
