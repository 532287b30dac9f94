using System.Security.Claims;
using BankPortal.Accounts;
using BankPortal.Web;
using BankPortal.Words;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.Services.Accounts;

namespace BankPortal.Sessions;

/// <summary>Finds the account of a card that was verified, and begins the session.</summary>
internal sealed class CustomerLogin(AccountLinks links, AccountBook accounts, SessionDesk sessions, TimeProvider clock)
{
    private const string FormerSession = "former";

    /// <summary>R tells whose account it is (利用者証明用電子証明書の発行番号).</summary>
    public async Task AdmitAsync(JpkiCertificateValidatedContext context)
    {
        string? number = await links.FindAccountAsync(context.Login, context.HttpContext.RequestAborted);
        if (number is null || accounts.Find(number) is not { } account)
        {
            context.Refuse(OwnRejections.CardNotLinked);
            return;
        }

        EndFormer(context.Properties);
        account.LogIn(clock.GetUtcNow());
        context.Identity.AddClaim(new Claim(Policies.AccountClaim, number));
        context.Identity.AddClaim(new Claim(Policies.SessionClaim, sessions.Begin($"account {number}")));
    }

    /// <summary>At each request: a session that the server does not know is none.</summary>
    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        if (!context.HttpContext.RequestServices.GetRequiredService<SessionDesk>().Touch(context.Principal?.FindFirstValue(Policies.SessionClaim)))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }

    /// <summary>What a login begins with: where it leads, and the session that it ends, the browser's own or one that another planted.</summary>
    public static AuthenticationProperties Begin(ClaimsPrincipal before, string target) => new(new Dictionary<string, string?> { [FormerSession] = before.FindFirstValue(Policies.SessionClaim) })
    {
        RedirectUri = target,
    };

    // The answer is another site's post, with which browsers send no session's cookie; so the challenge took the session along.
    private void EndFormer(AuthenticationProperties? properties)
    {
        if (properties is not null && properties.Items.Remove(FormerSession, out string? former))
        {
            sessions.End(former);
        }
    }
}
