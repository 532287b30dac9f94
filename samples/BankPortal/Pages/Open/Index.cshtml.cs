using BankPortal.Bounds;
using BankPortal.Opening;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MyNumber.Jpki.AspNetCore.Applications;

namespace BankPortal.Pages.Open;

/// <summary>口座開設: with the card or by hand.</summary>
[EnableRateLimiting(StepBounds.Begin)]
internal sealed class IndexModel(DraftDesk drafts, SignedApplications cards) : PageModel
{
    public async Task<IActionResult> OnPostCardAsync()
    {
        if (drafts.Begin(HttpContext) is not { } draft)
        {
            return new EmptyResult();
        }

        await cards.AskForCertificateAsync(HttpContext, OpeningEndpoints.CertificatePath, draft.Id);
        return new EmptyResult();
    }

    public IActionResult OnPostHand() => drafts.Begin(HttpContext) is null ? new EmptyResult() : Redirect("/open/form");
}
