using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MyBank.Pages;

public sealed class AccountModel : PageModel
{
    /// <summary>一枚の証明書のもので、口座の鍵にはしません。口座を見つけるには AccountLinks を使います。</summary>
    public string Subject => User.FindFirstValue(ClaimTypes.NameIdentifier)!;

    /// <summary>日本時間で示します。</summary>
    public string CheckedAt => DateTimeOffset.Parse(User.FindFirstValue(ClaimTypes.AuthenticationInstant)!, CultureInfo.InvariantCulture)
        .ToOffset(TimeSpan.FromHours(9)).ToString("yyyy年M月d日 H:mm", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync();
        return RedirectToPage("/Index");
    }
}
