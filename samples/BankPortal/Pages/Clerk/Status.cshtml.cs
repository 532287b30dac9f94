using BankPortal.Accounts;
using BankPortal.Clerks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BankPortal.Pages.Clerk;

/// <summary>現況確認.</summary>
internal sealed class StatusModel(StatusDesk desk, AccountBook accounts) : PageModel
{
    public IReadOnlyList<StatusRow> Rows => desk.Latest;

    public int AccountCount => accounts.All.Count;

    public async Task<IActionResult> OnPostAsync()
    {
        await desk.CheckAllAsync(User.Identity!.Name!, HttpContext.RequestAborted);
        return Redirect("/clerk/status");
    }
}
