using BankPortal.Opening;
using BankPortal.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BankPortal.Pages.Clerk;

/// <summary>申込み一覧, the latest first, page by page.</summary>
internal sealed class IndexModel(ApplicationBook applications) : PageModel
{
    /// <summary>The page that is asked for.</summary>
    [FromQuery(Name = "p")]
    public string? Asked { get; set; }

    public Sheet<Application>? Sheet { get; private set; }

    public IActionResult OnGet()
    {
        Sheet = Sheet<Application>.Of(applications.All, Asked);
        return Sheet is null ? NotFound() : Page();
    }
}
