using BankPortal.Bounds;
using BankPortal.Opening;
using BankPortal.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MyNumber.Jpki.Certificates;

namespace BankPortal.Pages.Open;

/// <summary>The application form.</summary>
[EnableRateLimiting(StepBounds.Begin)]
internal sealed class FormModel(DraftDesk drafts, ApplicationBook applications, TimeProvider clock) : PageModel
{
    [BindProperty]
    public OpenInput Input { get; set; } = new();

    public HolderAttributes? Holder { get; private set; }

    public List<FieldProblem> Problems { get; } = [];

    public IActionResult OnGet()
    {
        if (drafts.Find(HttpContext) is not { } draft)
        {
            return Redirect("/open");
        }

        Holder = draft.Holder;
        Input = draft.Input;
        return Page();
    }

    public IActionResult OnPost()
    {
        Draft? draft = drafts.Find(HttpContext);
        Holder = draft?.Holder;
        DateOnly today = JapaneseTime.DayOf(clock.GetUtcNow());
        if (Input.Read(today, Problems) is not { } form)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        draft ??= drafts.Begin(HttpContext); // whoever typed for longer than a draft waits loses nothing
        if (draft is null)
        {
            return new EmptyResult();
        }

        draft.Input = Input;
        string receipt = applications.NextReceipt();
        draft.Prepared = new Prepared(receipt, form, ApplicationText.Write(form, receipt, today));
        return Redirect("/open/confirm");
    }

    public FieldView Text(string field, string label, string? value, string autocomplete, string? hint, string type = "text") =>
        new(field, label, value, Find(field)) { Autocomplete = autocomplete, Hint = hint, Type = type };

    public FieldView Choice(string field, string label, string? value, IReadOnlyList<string> choices) => new(field, label, value, Find(field)) { Choices = choices };

    private string? Find(string field) => Problems.Find(problem => problem.Field == field)?.Message;
}
