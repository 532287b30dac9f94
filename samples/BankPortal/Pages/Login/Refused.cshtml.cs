using BankPortal.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BankPortal.Pages.Login;

/// <summary>Why a login was refused. The words are fixed; nothing of the address is shown.</summary>
internal sealed class RefusedModel : PageModel
{
    [FromQuery]
    public string? Reason { get; set; }

    public RefusalWords Words => RefusalWords.For(Reason);
}
