using System.Security.Claims;
using BankPortal.Accounts;
using BankPortal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BankPortal.Pages;

/// <summary>お客様総合ポータル: the customer's own account, by the session alone; no address names an account.</summary>
internal sealed class AccountModel(AccountBook accounts) : PageModel
{
    public Account? Account { get; private set; }

    public IActionResult OnGet()
    {
        Account = accounts.Find(User.FindFirstValue(Policies.AccountClaim) ?? string.Empty);
        return Account is null ? NotFound() : Page();
    }
}
