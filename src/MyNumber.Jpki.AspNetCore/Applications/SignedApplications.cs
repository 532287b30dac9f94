using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.AspNetCore.Applications;

/// <summary>Asks the holder of a card to sign an application (署名付き申請), or to hand over the signature certificate for filling in a form, and receives the answer.</summary>
/// <remarks>
/// <para>Asking writes a page that posts to the card agent on the holder's own computer; the agent's page posts the answer to a path of the application's own, where it is received. That post
/// comes from another site: the application's antiforgery check is switched off for that path, since this class checks the same by cookie, state and Origin header, and cookies that are
/// SameSite Lax or Strict do not come with it. Keep what belongs to the application on the server under the reference, and answer the post with a redirection.</para>
/// <para>Thread safe; one for the application.</para>
/// </remarks>
public sealed class SignedApplications
{
    private readonly Lazy<HolderExchange> _exchange;
    private readonly Lazy<ApplicationVerifier> _applications;
    private readonly Lazy<CertificateHandover> _handovers;

    internal SignedApplications(IServiceProvider services)
    {
        _exchange = new(() => HolderExchange.Create<SignedApplications>(services));
        _applications = new(() => new ApplicationVerifier(services.GetRequiredService<DocumentVerifier>(), _exchange.Value.Site.Challenges));
        _handovers = new(() => new CertificateHandover(services.GetRequiredKeyedService<CertificateValidator>(CertificatePurpose.Signature), _exchange.Value.Site.Challenges));
    }

    /// <summary>Asks for an application signed with the signature key. The response is written: the page, or what <see cref="JpkiProblem.WriteAsync"/> writes when the store of challenges is full or fails.</summary>
    /// <param name="context">The request and its response, of which nothing of the body was written.</param>
    /// <param name="text">The application, exactly as the holder sees it at the agent and signs it: 1 to 16384 characters, no control but line feed, nothing that turns the direction of writing.</param>
    /// <param name="returnPath">Where the answer is received: a path of this site below the path base, without query. The answer is refused at any other path.</param>
    /// <param name="reference">A text of the application's own that comes back with the answer, at most 1000 characters; it is protected and travels through the browser. <see langword="null"/> for none.</param>
    /// <returns>When the response was written; a Razor page or controller then answers with <c>EmptyResult</c>.</returns>
    /// <exception cref="ArgumentException">Text, path or reference has another shape.</exception>
    /// <exception cref="InvalidOperationException">The application has no origin or no anchors for signature certificates.</exception>
    public Task AskAsync(HttpContext context, string text, string returnPath, string? reference = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        _ = _applications.Value;
        return _exchange.Value.AskAsync(context, StatementPurpose.Application, text, returnPath, reference);
    }

    /// <summary>Asks for the signature certificate itself, whose four attributes (基本4情報) fill in a form (申込書への入力). It proves nobody.</summary>
    /// <param name="context">The request and its response, of which nothing of the body was written.</param>
    /// <param name="returnPath">Where the answer is received: a path of this site below the path base, without query. The answer is refused at any other path.</param>
    /// <param name="reference">A text of the application's own that comes back with the answer, at most 1000 characters. <see langword="null"/> for none.</param>
    /// <returns>When the response was written; a Razor page or controller then answers with <c>EmptyResult</c>.</returns>
    /// <exception cref="ArgumentException">Path or reference has another shape.</exception>
    /// <exception cref="InvalidOperationException">The application has no origin or no anchors for signature certificates.</exception>
    public Task AskForCertificateAsync(HttpContext context, string returnPath, string? reference = null)
    {
        _ = _handovers.Value;
        return _exchange.Value.AskAsync(context, StatementPurpose.CertificateHandover, null, returnPath, reference);
    }

    /// <summary>Receives a signed application at its return path, and verifies it. Nothing is written to the response but the end of a cookie.</summary>
    /// <param name="context">The post.</param>
    /// <returns>The answer; nothing that comes from outside throws.</returns>
    /// <exception cref="OperationCanceledException">The browser went away.</exception>
    public Task<ApplicationAnswer> ReceiveAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _exchange.Value.JudgeAsync(StatementPurpose.Application, () => JudgeApplicationAsync(context), rejection => new ApplicationAnswer { Rejection = rejection });
    }

    /// <summary>Receives a certificate at its return path, and validates it. Nothing is written to the response but the end of a cookie.</summary>
    /// <param name="context">The post.</param>
    /// <returns>The answer; nothing that comes from outside throws.</returns>
    /// <exception cref="OperationCanceledException">The browser went away.</exception>
    public Task<CertificateAnswer> ReceiveCertificateAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _exchange.Value.JudgeAsync(StatementPurpose.CertificateHandover, () => JudgeCertificateHandoverAsync(context), rejection => new CertificateAnswer { Rejection = rejection });
    }

    private async Task<ApplicationAnswer> JudgeApplicationAsync(HttpContext context)
    {
        HolderReturn back = await _exchange.Value.ReceiveAsync(context, StatementPurpose.Application).ConfigureAwait(false);
        if (back.Answer is not { } answer)
        {
            return new ApplicationAnswer { Rejection = back.Rejection, Reference = back.Reference };
        }

        ApplicationResult result = await _applications.Value.VerifyAsync(answer.Nonce, _exchange.Value.Site.Origin, back.Session, answer.Document, context.RequestAborted).ConfigureAwait(false);
        return new ApplicationAnswer { Rejection = HolderExchange.Refuse(result.Outcome, result.Reason), Result = result, Document = answer.Document, Reference = back.Reference };
    }

    private async Task<CertificateAnswer> JudgeCertificateHandoverAsync(HttpContext context)
    {
        HolderReturn back = await _exchange.Value.ReceiveAsync(context, StatementPurpose.CertificateHandover).ConfigureAwait(false);
        if (back.Answer is not { } answer)
        {
            return new CertificateAnswer { Rejection = back.Rejection, Reference = back.Reference };
        }

        HandoverResult result = await _handovers.Value.TakeAsync(answer.Nonce, _exchange.Value.Site.Origin, back.Session, answer.Certificate, context.RequestAborted).ConfigureAwait(false);
        return new CertificateAnswer { Rejection = HolderExchange.Refuse(result.Outcome, result.Reason), Result = result, Reference = back.Reference };
    }
}
