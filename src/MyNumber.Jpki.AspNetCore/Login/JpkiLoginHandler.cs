using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Challenges;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.AspNetCore.Telemetry;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Login;

/// <summary>Login by the user-authentication certificate on a card (利用者証明用電子証明書によるログイン), as an authentication scheme.</summary>
/// <remarks>
/// <para>A challenge answers with a page that posts to the card agent on the holder's own computer; the agent's page posts the signed answer to the callback path. It is believed when the browser
/// says that the agent's page sent it, the state is this application's, the browser has the challenge's cookie, the challenge was not used before, and certificate, signature and status hold.
/// Then the sign-in scheme begins a session.</para>
/// <para>Made by the authentication middleware for each request.</para>
/// </remarks>
public sealed class JpkiLoginHandler : RemoteAuthenticationHandler<JpkiLoginOptions>
{
    private const string CorrelationProperty = ".xsrf"; // where the base class keeps the correlation id
    private const int LongestReturnAddress = 2048;

    /// <summary>Called by the middleware.</summary>
    /// <param name="options">The schemes' options.</param>
    /// <param name="logger">Makes the logger.</param>
    /// <param name="encoder">The URL encoder.</param>
    public JpkiLoginHandler(IOptionsMonitor<JpkiLoginOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : base(options, logger, encoder)
    {
    }

    private new JpkiLoginEvents Events => (JpkiLoginEvents)base.Events;

    private CardSite Site => Options.Site ?? throw new InvalidOperationException("The options of AddMyNumberJpki do not hold; starting the host tells what is wrong.");

    /// <inheritdoc/>
    protected override Task<object> CreateEventsAsync() => Task.FromResult<object>(new JpkiLoginEvents());

    /// <summary>Asks the holder: a page that posts to the card agent. When the store of challenges is full or fails, the login is refused instead, as by the callback.</summary>
    /// <remarks>Nobody is asked, and the answer is 401 with <see cref="JpkiRejection.LoginRequired"/>, where no page would be shown: another method than GET and POST, a frame, a script or a picture by Sec-Fetch-Dest,
    /// or an Accept that does not take HTML.</remarks>
    /// <param name="properties">What goes along, such as where to return to: an address of this site, percent-encoded where it is not ASCII, at most 2048 characters; otherwise it is replaced by the site's root.</param>
    /// <returns>When the page was written.</returns>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        if (!DocumentRequest.CanBe(Request))
        {
            JpkiLoginLog.NoPage(Logger);
            Response.Headers.WWWAuthenticate = JpkiLoginDefaults.AuthenticationScheme;
            await JpkiProblem.WriteAsync(Context, JpkiRejection.LoginRequired).ConfigureAwait(false);
            return;
        }

        properties.RedirectUri = KeepLocal(string.IsNullOrEmpty(properties.RedirectUri) ? OriginalPathBase + OriginalPath + Request.QueryString : properties.RedirectUri);
        AskedCookies.MakeRoom(Context, Options.CorrelationCookie.Name!, Options.CorrelationCookie.Build(Context));
        GenerateCorrelationId(properties);
        using Activity? activity = JpkiWebTelemetry.Start(JpkiWebTelemetry.AskActivity, StatementPurpose.Login);
        (HolderChallenge? challenge, JpkiRejection? rejection) = await IssueAsync(properties.Items[CorrelationProperty]!).ConfigureAwait(false);
        JpkiWebTelemetry.Tell(activity, rejection);
        if (challenge is null)
        {
            await RejectAsync(rejection!, IsRejectedPath()).ConfigureAwait(false);
            return;
        }

        Uri callback = new(Site.Origin + OriginalPathBase + Options.CallbackPath);
        AgentRequest request = AgentRequest.For(challenge, callback, Options.StateDataFormat!.Protect(properties));
        JpkiWebTelemetry.CountChallenge(StatementPurpose.Login);
        JpkiLoginLog.ChallengeIssued(Logger);
        await AgentPage.AskAsync(Context, Site.AgentAddress, request, RequestLanguage.Of(Request)).ConfigureAwait(false);
    }

    /// <summary>Judges the answer that the agent's page posts.</summary>
    /// <returns>The ticket, or that the response was written.</returns>
    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        (AuthenticationTicket? ticket, JpkiRejection? rejection) = await JudgeTracedAsync().ConfigureAwait(false);
        JpkiWebTelemetry.CountAnswer(StatementPurpose.Login, rejection);
        if (rejection is not null)
        {
            JpkiLoginLog.Refused(Logger, rejection.Code, rejection.Outcome);
            await RejectAsync(rejection, isAtRejectedPath: false).ConfigureAwait(false);
            return HandleRequestResult.Handle();
        }

        JpkiLoginLog.Accepted(Logger);
        return HandleRequestResult.Success(ticket!);
    }

    private async Task<(HolderChallenge? Challenge, JpkiRejection? Rejection)> IssueAsync(string session)
    {
        try
        {
            if (await Site.Challenges.IssueAsync(Site.Origin, session, Context.RequestAborted).ConfigureAwait(false) is { } challenge)
            {
                return (challenge, null);
            }

            JpkiLoginLog.StoreFull(Logger);
            return (null, JpkiRejection.Busy);
        }
        catch (StoreFailedException failure)
        {
            JpkiLoginLog.StoreFailed(Logger, failure.Kind);
            return (null, JpkiRejection.StoreFailed);
        }
    }

    private async Task<(AuthenticationTicket? Ticket, JpkiRejection? Rejection)> JudgeTracedAsync()
    {
        using Activity? activity = JpkiWebTelemetry.Start(JpkiWebTelemetry.ReceiveActivity, StatementPurpose.Login);
        (AuthenticationTicket? ticket, JpkiRejection? rejection) = await JudgeSafelyAsync().ConfigureAwait(false);
        JpkiWebTelemetry.Tell(activity, rejection);
        return (ticket, rejection);
    }

    private async Task<(AuthenticationTicket? Ticket, JpkiRejection? Rejection)> JudgeSafelyAsync()
    {
        try
        {
            return await JudgeAsync().ConfigureAwait(false);
        }
        catch (StoreFailedException failure)
        {
            JpkiLoginLog.StoreFailed(Logger, failure.Kind);
            return (null, JpkiRejection.StoreFailed);
        }
    }

    private async Task<(AuthenticationTicket? Ticket, JpkiRejection? Rejection)> JudgeAsync()
    {
        if (!AnswerReader.IsFromAgent(Request, Site.AgentAddress))
        {
            return (null, Refuse(VerificationOutcome.Invalid, VerificationReason.ChallengeForOtherOrigin));
        }

        AgentAnswer? answer = await AnswerReader.ReadAsync(Request, StatementPurpose.Login).ConfigureAwait(false);
        if (answer is null || Options.StateDataFormat!.Unprotect(answer.State) is not { } properties
            || !properties.Items.TryGetValue(CorrelationProperty, out string? session) || session is null)
        {
            return (null, JpkiRejection.AnswerMalformed);
        }

        bool isSameBrowser = ValidateCorrelationId(properties);
        if (isSameBrowser && answer.Outcome != AgentOutcome.Given)
        {
            await Site.DropAsync(answer.Nonce, Context.RequestAborted).ConfigureAwait(false);
            return (null, JpkiRejection.For(answer.Outcome, StatusCodes.Status401Unauthorized));
        }

        // In another browser no session is the right one: the challenge is used up and refused.
        LoginResult login = await Options.Verifier!.VerifyAsync(
            answer.Nonce, Site.Origin, isSameBrowser ? session : string.Empty, answer.Certificate, answer.Signature, Context.RequestAborted).ConfigureAwait(false);
        return login.Outcome == VerificationOutcome.Valid
            ? await AdmitAsync(login, properties).ConfigureAwait(false)
            : (null, Refuse(login.Outcome, login.Reason));
    }

    private async Task<(AuthenticationTicket? Ticket, JpkiRejection? Rejection)> AdmitAsync(LoginResult login, AuthenticationProperties properties)
    {
        JpkiCertificateValidatedContext context = new(Context, Scheme, Options, properties, login, Identify(login));
        await Events.CertificateValidated(context).ConfigureAwait(false);
        return context.Rejection is { } rejection ? (null, rejection) : (new AuthenticationTicket(context.Principal, context.Properties, Scheme.Name), null);
    }

    private ClaimsIdentity Identify(LoginResult login)
    {
        string issuer = Options.ClaimsIssuer ?? Scheme.Name;
        string instant = login.Validation!.CheckedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, PairwiseSubject.For(login.Identity, Options.SubjectKey.Span), ClaimValueTypes.String, issuer),
                new Claim(ClaimTypes.AuthenticationMethod, JpkiLoginDefaults.AuthenticationMethod, ClaimValueTypes.String, issuer),
                new Claim(ClaimTypes.AuthenticationInstant, instant, ClaimValueTypes.DateTime, issuer),
            ],
            Scheme.Name);
    }

    // A page for refusals that itself demands a login would be redirected to without end: there the words are written at once.
    private async Task RejectAsync(JpkiRejection rejection, bool isAtRejectedPath)
    {
        JpkiRejectedContext context = new(Context, Scheme, Options, rejection);
        await Events.Rejected(context).ConfigureAwait(false);
        if (context.IsHandled)
        {
            return;
        }

        if (Options.RejectedPath is { } path && !isAtRejectedPath)
        {
            Response.Redirect($"{OriginalPathBase}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}reason={rejection.Code}");
            return;
        }

        await JpkiProblem.WriteAsync(Context, rejection).ConfigureAwait(false);
    }

    private bool IsRejectedPath() =>
        Options.RejectedPath is { } path && PathString.FromUriComponent(path.Split('?')[0].TrimEnd('/')).Equals(new PathString(OriginalPath.Value?.TrimEnd('/')), StringComparison.OrdinalIgnoreCase);

    private string KeepLocal(string address)
    {
        if (address.Length <= LongestReturnAddress && SiteOrigin.IsLocalPath(address))
        {
            return address;
        }

        JpkiLoginLog.ReturnAddressReplaced(Logger);
        return OriginalPathBase + "/";
    }

    private static JpkiRejection Refuse(VerificationOutcome outcome, VerificationReason reason) => JpkiRejection.For(outcome, reason, StatusCodes.Status401Unauthorized);
}
