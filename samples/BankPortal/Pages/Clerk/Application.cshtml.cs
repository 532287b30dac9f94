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

    [FromQuery(Name = "late")]
    public bool IsTooLate { get; set; }

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

    public Task<IActionResult> OnPostApproveAsync() => DecideAsync(application => desk.ApproveAsync(application, Clerk, HttpContext.RequestAborted));

    public Task<IActionResult> OnPostDeclineAsync() => DecideAsync(application => desk.DeclineAsync(application, Clerk, HttpContext.RequestAborted));

    private async Task<IActionResult> DecideAsync(Func<Application, Task<bool>> decide) => applications.Find(Receipt) is not { } application
        ? NotFound()
        : Redirect($"/clerk/application/{application.Receipt}{(await decide(application) ? string.Empty : "?late=true")}");
}
