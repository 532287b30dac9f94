using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyNumber.Jpki;
using MyNumber.Jpki.AspNetCore.Agent;
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
        if (Find(reason) is { } rejection)
        {
            Refusal = (rejection.Meaning(ReportLanguage.Japanese), rejection.NextStep(ReportLanguage.Japanese));
        }
    }

    public IActionResult OnPost() => Challenge(
        new AuthenticationProperties { RedirectUri = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/Account" }, JpkiLoginDefaults.AuthenticationScheme);

    // 符号は画面のアドレスから来るので、知っているものだけを言葉にします。
    private static JpkiRejection? Find(string? code)
    {
        if (string.IsNullOrEmpty(code))
        {
            return null;
        }

        if (code == JpkiRejection.Busy.Code)
        {
            return JpkiRejection.Busy;
        }

        AgentOutcome outcome = Enum.GetValues<AgentOutcome>().FirstOrDefault(value => code == $"Agent{value}");
        VerificationReason reason = Enum.GetValues<VerificationReason>().FirstOrDefault(value => code == value.ToString());
        return outcome != AgentOutcome.Given ? JpkiRejection.For(outcome)
            : reason != VerificationReason.None ? JpkiRejection.For(VerificationOutcome.Invalid, reason)
            : JpkiRejection.AnswerMalformed;
    }
}
