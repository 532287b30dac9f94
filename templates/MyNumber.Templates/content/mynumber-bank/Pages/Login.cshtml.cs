using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.Reports;

namespace MyBank.Pages;

public sealed class LoginModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>ログインが断られたときの説明。</summary>
    public (string Meaning, string NextStep)? Refusal { get; private set; }

    public void OnGet(string? reason)
    {
        if (string.IsNullOrEmpty(reason))
        {
            return;
        }

        // 符号は画面のアドレスから来るので、知っているものだけを言葉にします。
        JpkiRejection rejection = JpkiRejection.Find(reason) ?? JpkiRejection.AnswerMalformed;
        Refusal = (rejection.Meaning(ReportLanguage.Japanese), rejection.NextStep(ReportLanguage.Japanese));
    }

    public IActionResult OnPost() => Challenge(
        new AuthenticationProperties { RedirectUri = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/Account" }, JpkiLoginDefaults.AuthenticationScheme);
}
