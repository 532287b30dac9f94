using BankPortal.Accounts;
using BankPortal.Opening;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BankPortal.Pages.Open;

/// <summary>完了: what became of the application that this browser sent.</summary>
internal sealed class DoneModel(DraftDesk drafts, ApplicationBook applications, AccountBook accounts) : PageModel
{
    public Application? Application { get; private set; }

    public string Title => Application!.State switch
    {
        ApplicationState.Opened => "口座が開設されました",
        ApplicationState.WithClerk or ApplicationState.BrokenOff or ApplicationState.Received => "お申込みを受け付けました",
        ApplicationState.HasAccount => "すでに口座があります",
        ApplicationState.Mismatch => "口座を開設できませんでした",
        _ => "お申込みを受け付けられませんでした",
    };

    public string Text => Application!.State switch
    {
        ApplicationState.Opened when accounts.Find(Application.AccountNumber!) is { CanLogIn: true } => "次からは、利用者証明用電子証明書でお客様総合ポータルにログインできます。",
        ApplicationState.Opened => "ログインの準備には時間がかかります。準備ができたらお知らせします。",
        ApplicationState.BrokenOff or ApplicationState.Received => "口座を開設する手続きが途中です。係員が続けて、結果を2営業日以内に、お届けの電話番号にご連絡します。",
        ApplicationState.WithClerk => "内容の一部を係員が確かめます。結果は2営業日以内に、お届けの電話番号にご連絡します。",
        ApplicationState.HasAccount => "お客様の電子証明書と結び付いた口座が、すでにあります。ログインしてお使いください。引っ越しや改姓のあとは、新しい電子証明書の届出を店舗で承ります。",
        ApplicationState.Mismatch => "申込書の内容が、電子証明書の内容と一致しません。「不一致」の項目を電子証明書のとおりに直して、もう一度お申し込みください。引っ越しや改姓のあとは、先に市区町村で電子証明書を更新してください。",
        _ => "はじめからやり直してください。",
    };

    public IActionResult OnGet()
    {
        Application = applications.Find(drafts.Find(HttpContext)?.SentReceipt);
        return Application is null ? Redirect("/open") : Page();
    }
}
