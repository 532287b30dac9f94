using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.AspNetCore.Applications;

/// <summary>Asks the holder of a card to approve one transaction by its text (取引の承認), with the user-authentication key and its four digits, and receives the answer.</summary>
/// <remarks>
/// <para>The way is that of <see cref="SignedApplications"/>: asking writes a page that posts to the card agent, the agent's page posts the answer to a path of the application's own, for which the
/// application's antiforgery check is switched off, and to which the session's cookie does not come. So the transaction is kept on the server under the reference, and the answer is held to what is kept:
/// the text about to be carried out, and the card of the account which it burdens. A session alone is no approver: whose card answers is not known before.</para>
/// <para>It proves to the application, and now, who approved. It is no electronic signature (電子署名) to be archived; where one is wanted, ask for a signed application.</para>
/// <para>Thread safe; one for the application.</para>
/// </remarks>
public sealed class TransactionApprovals
{
    private readonly Lazy<HolderExchange> _exchange;
    private readonly Lazy<LoginVerifier> _verifier;

    internal TransactionApprovals(IServiceProvider services)
    {
        _exchange = new(() => HolderExchange.Create<TransactionApprovals>(services));
        _verifier = new(() => new LoginVerifier(services.GetRequiredKeyedService<CertificateValidator>(CertificatePurpose.UserAuthentication), _exchange.Value.Site.Challenges));
    }

    /// <summary>Asks for an approval. The response is written: the page, or what <see cref="JpkiProblem.WriteAsync"/> writes when the store of challenges is full or fails.</summary>
    /// <param name="context">The request and its response, of which nothing of the body was written.</param>
    /// <param name="text">What is to be approved, exactly as the holder sees it at the agent: 1 to 2000 characters, no control but line feed, nothing that turns the direction of writing.</param>
    /// <param name="returnPath">Where the answer is received: a path of this site below the path base, without query. The answer is refused at any other path.</param>
    /// <param name="reference">Under which the application keeps the transaction, at most 1000 characters; it is protected and travels through the browser.</param>
    /// <returns>When the response was written; a Razor page or controller then answers with <c>EmptyResult</c>.</returns>
    /// <exception cref="ArgumentException">Text, path or reference has another shape.</exception>
    /// <exception cref="InvalidOperationException">The application has no origin or no anchors for user-authentication certificates.</exception>
    public Task AskAsync(HttpContext context, string text, string returnPath, string reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reference);
        _ = _verifier.Value;
        return _exchange.Value.AskAsync(context, StatementPurpose.Approval, text, returnPath, reference);
    }

    /// <summary>Receives an approval at its return path, and verifies it. Nothing is written to the response but the end of a cookie.</summary>
    /// <param name="context">The post.</param>
    /// <param name="find">Gives the transaction of a reference as it is about to be carried out, or <see langword="null"/> when there is none any more, or its account has no card: that is refused as
    /// <see cref="VerificationReason.ChallengeForOtherText"/>. It is called for the browser that was asked, before the challenge is used up; what it throws comes through.</param>
    /// <returns>The answer; nothing that comes from outside throws. Carry the transaction out once, only when it was accepted, and only while its text is still the approved one: status is asked in between. Another card than the approver's is
    /// <see cref="VerificationReason.ApprovalByOtherHolder"/>.</returns>
    /// <exception cref="OperationCanceledException">The browser went away.</exception>
    public Task<ApprovalAnswer> ReceiveAsync(HttpContext context, Func<string, ValueTask<PendingApproval?>> find)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(find);
        return _exchange.Value.JudgeAsync(StatementPurpose.Approval, () => JudgeAsync(context, find), rejection => new ApprovalAnswer { Rejection = rejection });
    }

    private async Task<ApprovalAnswer> JudgeAsync(HttpContext context, Func<string, ValueTask<PendingApproval?>> find)
    {
        HolderReturn back = await _exchange.Value.ReceiveAsync(context, StatementPurpose.Approval).ConfigureAwait(false);
        if (back.Answer is not { } answer)
        {
            return new ApprovalAnswer { Rejection = back.Rejection, Reference = back.Reference };
        }

        CardSite site = _exchange.Value.Site;
        if (await find(back.Reference!).ConfigureAwait(false) is not { } pending)
        {
            await site.DropAsync(answer.Nonce, context.RequestAborted).ConfigureAwait(false);
            return new ApprovalAnswer { Rejection = JpkiRejection.For(VerificationOutcome.Invalid, VerificationReason.ChallengeForOtherText), Reference = back.Reference };
        }

        LoginResult result = await _verifier.Value.VerifyApprovalAsync(
            answer.Nonce, site.Origin, back.Session, pending.Text, pending.Approver, answer.Certificate, answer.Signature, context.RequestAborted).ConfigureAwait(false);
        return new ApprovalAnswer { Rejection = HolderExchange.Refuse(result.Outcome, result.Reason), Result = result, Reference = back.Reference };
    }
}
