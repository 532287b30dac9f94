using BankPortal.Opening;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BankPortal.Pages.Clerk;

/// <summary>申込み一覧.</summary>
internal sealed class IndexModel(ApplicationBook applications) : PageModel
{
    public IReadOnlyList<Application> Applications => applications.All;
}
