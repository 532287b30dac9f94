using BankPortal.Opening;
using BankPortal.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BankPortal.Pages.Open;

/// <summary>Why the card's answer was not accepted. The words are fixed; nothing of the address is shown.</summary>
internal sealed class RefusedModel(DraftDesk drafts) : PageModel
{
    [FromQuery]
    public string? Reason { get; set; }

    public RefusalWords Words => RefusalWords.For(Reason);

    /// <summary>Where the customer can go on; <see langword="null"/> when there is nothing left to go on with.</summary>
    public string? Next => drafts.Find(HttpContext) switch
    {
        { Prepared: not null } => "/open/confirm",
        { Input.Name: not null } => "/open/form",
        _ => null,
    };
}
