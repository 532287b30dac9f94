using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.AspNetCore.Applications;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.AspNetCore.Tests.Applications;

/// <summary>A bank's transfers that wait for their approval; a test changes them as a site's other pages would.</summary>
internal sealed class TransferDesk(CertificateIdentity customer)
{
    public const string Text = "振込 10,000円\n受取人 見本 太郎";

    /// <summary>The transfer that waits, or nothing when it was withdrawn.</summary>
    public PendingApproval? Pending { get; set; } = new(Text, customer);

    public static void Map(WebApplication app)
    {
        app.MapPost("/approve", (HttpContext context, TransactionApprovals approvals) => approvals.AskAsync(context, Text, "/approve/return", "transfer-3"));
        app.MapPost("/approve/elsewhere", ReceiveAsync);
        app.MapPost("/approve/return", ReceiveAsync);
    }

    private static async Task ReceiveAsync(HttpContext context, TransactionApprovals approvals)
    {
        TransferDesk desk = context.RequestServices.GetRequiredService<TransferDesk>();
        ApprovalAnswer answer = await approvals.ReceiveAsync(context, reference => ValueTask.FromResult(reference == "transfer-3" ? desk.Pending : null));
        await (answer.IsAccepted ? context.Response.WriteAsync($"{answer.Reference}|{answer.Result.ApprovedText}|{answer}") : JpkiProblem.WriteAsync(context, answer.Rejection));
    }
}
