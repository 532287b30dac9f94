using System.Security.Claims;
using BankPortal.Sessions;
using BankPortal.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BankPortal.Pages.Clerk;

/// <summary>The clerk's session ends on the server.</summary>
internal sealed class LogoutModel(SessionDesk sessions) : PageModel
{
    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    public async Task<IActionResult> OnPostAsync()
    {
        sessions.End(User.FindFirstValue(Policies.SessionClaim));
        await HttpContext.SignOutAsync(Policies.Clerk);
        return Redirect("/");
    }
}
