using BankPortal.Bounds;
using BankPortal.Words;
using MyNumber.Jpki.AspNetCore.Applications;

namespace BankPortal.Opening;

/// <summary>
/// Where the card agent's page posts its answers. The posts come from another site: no cookie of this site's own comes with them but the one of <see cref="SignedApplications"/>, which checks
/// browser, state and origin itself; the answer is a redirection, after which the browser's own cookies are there again.
/// </summary>
internal static class OpeningEndpoints
{
    public const string CertificatePath = "/open/certificate", SignedPath = "/open/signed";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(CertificatePath, TakeCertificateAsync).RequireRateLimiting(StepBounds.Answer);
        app.MapPost(SignedPath, TakeSignedAsync).RequireRateLimiting(StepBounds.Answer);
    }

    private static async Task<IResult> TakeCertificateAsync(HttpContext context, SignedApplications cards, DraftDesk drafts)
    {
        CertificateAnswer answer = await cards.ReceiveCertificateAsync(context);
        if (!answer.IsAccepted)
        {
            return Refuse(answer.Rejection.Code);
        }

        if (drafts.Find(answer.Reference) is not { } draft)
        {
            return Refuse(OwnRejections.DraftGone.Code);
        }

        draft.Holder = answer.Result.Holder;
        draft.Input = draft.Holder is { } holder ? OpenInput.From(holder) : new OpenInput();
        return Results.Redirect("/open/form");
    }

    private static async Task<IResult> TakeSignedAsync(HttpContext context, SignedApplications cards, DraftDesk drafts, OpeningDesk desk)
    {
        context.RequestAborted = CancellationToken.None; // from here on a browser that goes away stops nothing: an answer is good once, and what was signed is kept
        ApplicationAnswer answer = await cards.ReceiveAsync(context);
        if (answer.Rejection is { } rejection && !EvidenceRule.Covers(answer.Result?.Document))
        {
            return Refuse(rejection.Code); // cancelled, used before, or signed by nobody: nothing came in but a line of the library's log and meter, and the customer may sign again
        }

        if (AskedVersion.Read(answer.Reference) is not { } asked)
        {
            return Refuse(OwnRejections.DraftGone.Code);
        }

        Draft? draft = drafts.Find(asked.Draft);
        (Prepared? prepared, bool isPresent) = draft?.Take(asked.Receipt) ?? default;
        if (draft is null || prepared is null || (answer.IsAccepted && answer.Result.Text != prepared.Text))
        {
            desk.KeepStray(asked.Receipt, answer);
            return Refuse(answer.Rejection?.Code ?? OwnRejections.DraftGone.Code);
        }

        if (!isPresent)
        {
            desk.KeepSuperseded(prepared, answer);
            return Refuse(answer.Rejection?.Code ?? OwnRejections.EarlierVersion.Code);
        }

        Application application = await desk.TakeAsync(prepared, answer);
        if (answer.Rejection is { } refused)
        {
            draft.MarkRefused(application.Receipt);
            return Refuse(refused.Code);
        }

        draft.MarkSent(application.Receipt);
        return Results.Redirect("/open/done");
    }

    private static IResult Refuse(string code) => Results.Redirect($"/open/refused?reason={code}");
}
