using BankPortal.Clerks;
using BankPortal.Opening;
using BankPortal.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyNumber.Jpki.Evidence.Storage;

namespace BankPortal.Pages.Clerk;

/// <summary>One application with its evidence; each look at it is written into the archive's journal.</summary>
internal sealed class ApplicationModel(ApplicationBook applications, ClerkDesk desk) : PageModel
{
    [FromRoute]
    public string? Receipt { get; set; }

    /// <summary>What came of the last decision.</summary>
    [FromQuery(Name = "told")]
    public string? Told { get; set; }

    /// <summary>What the clerk is told of it; the words are fixed.</summary>
    public string? Advice => Told switch
    {
        nameof(Approval.AlreadyDecided) => "この申込みは、もう判断が終わっているか、判断できる状態ではありません。",
        nameof(Approval.NotValid) => "電子証明書が有効ではなくなっています。口座は開設していません。",
        nameof(Approval.Undetermined) => "電子証明書の有効性を、いま確認できません。有効とも無効とも分かっていません。謝絶せずに、時間をおいてもう一度開設してください。",
        nameof(Approval.HasAccount) => "この方の電子証明書と結び付いた口座が、すでにあります。",
        nameof(Approval.BrokenOff) => "開設の途中で中断しました。時間をおいてもう一度開設してください。同じ口座番号で続きます。",
        _ => null,
    };

    public Application? Application { get; private set; }

    public EvidenceReading Evidence { get; private set; }

    public IReadOnlyList<ReportLine> Report { get; private set; } = [];

    public IReadOnlyList<EvidenceEvent> Journal { get; private set; } = [];

    private string Clerk => User.Identity!.Name!;

    public IActionResult OnGet()
    {
        Application = applications.Find(Receipt);
        if (Application is null)
        {
            return NotFound();
        }

        Evidence = desk.Read(Application, Clerk);
        Report = Application.Report is { } report ? ReportLine.Of(report) : [];
        Journal = desk.Journal(Application);
        return Page();
    }

    public Task<IActionResult> OnPostApproveAsync() => DecideAsync(async application => await desk.ApproveAsync(application, Clerk));

    public Task<IActionResult> OnPostDeclineAsync() => DecideAsync(
        async application => await desk.DeclineAsync(application, Clerk, HttpContext.RequestAborted) ? null : Approval.AlreadyDecided);

    private async Task<IActionResult> DecideAsync(Func<Application, Task<Approval?>> decide) => applications.Find(Receipt) is not { } application
        ? NotFound()
        : Redirect($"/clerk/application/{application.Receipt}{(await decide(application) is { } told and not Approval.Opened ? $"?told={told}" : string.Empty)}");
}
