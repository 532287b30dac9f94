using System.Security.Claims;
using BankPortal.Bounds;
using BankPortal.Clerks;
using BankPortal.Sessions;
using BankPortal.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace BankPortal.Pages.Clerk;

/// <summary>The lab's door for clerks: it proves nobody and is there in Development only. A bank puts its own staff login in its place.</summary>
[DevelopmentOnly]
[EnableRateLimiting(StepBounds.ClerkLogin)]
internal sealed class LoginModel(SessionDesk sessions) : PageModel
{
    private const string Home = "/clerk";

    [FromQuery]
    public string? To { get; set; }

    public async Task<IActionResult> OnPostAsync([FromForm] string? clerk, [FromForm] string? to)
    {
        if (!ClerkDesk.LabClerks.Contains(clerk))
        {
            return BadRequest();
        }

        AuthenticateResult former = await HttpContext.AuthenticateAsync(Policies.Clerk);
        sessions.End(former.Principal?.FindFirstValue(Policies.SessionClaim));
        ClaimsIdentity identity = new([new Claim(ClaimTypes.Name, clerk!), new Claim(Policies.SessionClaim, sessions.Begin($"clerk {clerk}"))], Policies.Clerk);
        await HttpContext.SignInAsync(Policies.Clerk, new ClaimsPrincipal(identity));
        return LocalRedirect(Url.IsLocalUrl(to) ? to : Home);
    }
}
