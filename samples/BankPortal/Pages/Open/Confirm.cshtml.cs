using BankPortal.Bounds;
using BankPortal.Opening;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MyNumber.Jpki.AspNetCore.Applications;

namespace BankPortal.Pages.Open;

/// <summary>Shows the application as it will be signed, and asks for the signature.</summary>
[EnableRateLimiting(StepBounds.Begin)]
internal sealed class ConfirmModel(DraftDesk drafts, SignedApplications cards) : PageModel
{
    public string Text { get; private set; } = string.Empty;

    public IActionResult OnGet()
    {
        if (drafts.Find(HttpContext)?.Prepared is not { } prepared)
        {
            return Redirect("/open/form");
        }

        Text = prepared.Text;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (drafts.Find(HttpContext) is not { } draft || draft.Ask() is not { } prepared)
        {
            return Redirect("/open/form");
        }

        await cards.AskAsync(HttpContext, prepared.Text, OpeningEndpoints.SignedPath, new AskedVersion(draft.Id, prepared.Receipt).ToString());
        return new EmptyResult();
    }
}
