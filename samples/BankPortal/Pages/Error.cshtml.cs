using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BankPortal.Pages;

/// <summary>Shown for any method, without the check of a form's token.</summary>
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel : PageModel;
