using System.Security.Claims;
using BankPortal.Sessions;
using BankPortal.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BankPortal.Pages;

/// <summary>ログアウト: the session ends on the server, so a copy of the cookie is worth nothing.</summary>
internal sealed class LogoutModel(SessionDesk sessions) : PageModel
{
    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    public async Task<IActionResult> OnPostAsync()
    {
        sessions.End(User.FindFirstValue(Policies.SessionClaim));
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Redirect("/login?ended=true");
    }
}
