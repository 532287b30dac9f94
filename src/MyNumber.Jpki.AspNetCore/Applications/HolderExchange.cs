using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Challenges;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.AspNetCore.Problems;
using MyNumber.Jpki.AspNetCore.Telemetry;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Applications;

/// <summary>The way to the card agent and back: challenge, cookie, state and page, the same for applications, approvals and certificates.</summary>
internal sealed class HolderExchange
{
    private const string CookiePrefix = "__Host-MyNumber.Jpki.Asked."; // with __Host- no host beside the site can plant one (RFC 6265bis §4.1.3.2)
    private const string SessionKey = "session", ReferenceKey = "reference", ReturnKey = "return";
    private const int SessionBytes = 32;
    private const int LongestReference = 1000;

    private readonly PropertiesDataFormat _state;
    private readonly RandomNumberGenerator _random;
    private readonly ILogger _log;

    private HolderExchange(CardSite site, PropertiesDataFormat state, RandomNumberGenerator random, ILogger log)
    {
        Site = site;
        _state = state;
        _random = random;
        _log = log;
    }

    public CardSite Site { get; }

    /// <typeparam name="T">Who asks: its states are no other's, and the log has its name.</typeparam>
    public static HolderExchange Create<T>(IServiceProvider services) => new(
        CardSite.Create(services),
        new PropertiesDataFormat(services.GetRequiredService<IDataProtectionProvider>().CreateProtector(typeof(T).FullName!, "v1")),
        services.GetRequiredService<RandomNumberGenerator>(),
        services.GetService<ILogger<T>>() ?? (ILogger)NullLogger.Instance);

    public async Task AskAsync(HttpContext context, StatementPurpose purpose, string? text, string returnPath, string? reference)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!SiteOrigin.IsLocalPath(returnPath) || returnPath.AsSpan().ContainsAny('?', '#'))
        {
            throw new ArgumentException("The return path begins with one slash, is percent-encoded where it is not ASCII, and has no query.", nameof(returnPath));
        }

        if (reference?.Length > LongestReference)
        {
            throw new ArgumentException("The reference has at most 1000 characters.", nameof(reference));
        }

        using Activity? activity = JpkiWebTelemetry.Start(JpkiWebTelemetry.AskActivity, purpose);
        string session = CreateSession();
        if (await IssueAsync(context, activity, purpose, session, text).ConfigureAwait(false) is not { } challenge)
        {
            return;
        }

        PathString path = context.Request.PathBase + new PathString(returnPath);
        AgentRequest request = AgentRequest.For(challenge, new Uri(Site.Origin + path.ToUriComponent()), Protect(session, path, reference));
        CookieOptions cookie = Cookie(challenge.ExpiresAt - challenge.IssuedAt);
        AskedCookies.MakeRoom(context, CookiePrefix, cookie);
        context.Response.Cookies.Append(CookiePrefix + session, "1", cookie);
        JpkiWebTelemetry.CountChallenge(purpose);
        JpkiWebTelemetry.Tell(activity, null);
        ApplicationLog.Asked(_log, purpose);
        await AgentPage.AskAsync(context, Site.AgentAddress, request, RequestLanguage.Of(context.Request)).ConfigureAwait(false);
    }

    /// <summary>Judges what came back, and tells log, meter and trace what came of it. When the store fails nothing was found out.</summary>
    public async Task<T> JudgeAsync<T>(StatementPurpose purpose, Func<Task<T>> judge, Func<JpkiRejection, T> refuse)
        where T : IHolderAnswer
    {
        using Activity? activity = JpkiWebTelemetry.Start(JpkiWebTelemetry.ReceiveActivity, purpose);
        T answer;
        try
        {
            answer = await judge().ConfigureAwait(false);
        }
        catch (StoreFailedException failure)
        {
            ApplicationLog.StoreFailed(_log, failure.Kind);
            answer = refuse(JpkiRejection.StoreFailed);
        }

        JpkiWebTelemetry.Tell(activity, answer.Rejection);
        Tell(purpose, answer.Rejection);
        return answer;
    }

    public async Task<HolderReturn> ReceiveAsync(HttpContext context, StatementPurpose purpose)
    {
        if (!AnswerReader.IsFromAgent(context.Request, Site.AgentAddress))
        {
            return new HolderReturn(OtherOrigin());
        }

        AgentAnswer? answer = await AnswerReader.ReadAsync(context.Request, purpose).ConfigureAwait(false);
        if (answer is null || _state.Unprotect(answer.State) is not { } state || !state.Items.TryGetValue(SessionKey, out string? session) || session is null)
        {
            return new HolderReturn(JpkiRejection.AnswerMalformed);
        }

        if (!context.Request.Cookies.ContainsKey(CookiePrefix + session))
        {
            await Site.DropAsync(answer.Nonce, context.RequestAborted).ConfigureAwait(false);
            return new HolderReturn(OtherOrigin());
        }

        context.Response.Cookies.Delete(CookiePrefix + session, Cookie(null));
        string? reference = state.Items.TryGetValue(ReferenceKey, out string? kept) ? kept : null;
        if (!IsAt(context.Request, state))
        {
            // What was asked on behalf of one path says nothing at another.
            await Site.DropAsync(answer.Nonce, context.RequestAborted).ConfigureAwait(false);
            return new HolderReturn(JpkiRejection.For(VerificationOutcome.Invalid, VerificationReason.ChallengeForOtherPurpose));
        }

        if (answer.Outcome == AgentOutcome.Given)
        {
            return new HolderReturn(null, answer, session, reference);
        }

        await Site.DropAsync(answer.Nonce, context.RequestAborted).ConfigureAwait(false);
        return new HolderReturn(JpkiRejection.For(answer.Outcome), Reference: reference);
    }

    /// <summary>The rejection for a verifier's answer; nothing for a valid one.</summary>
    public static JpkiRejection? Refuse(VerificationOutcome outcome, VerificationReason reason) => outcome == VerificationOutcome.Valid ? null : JpkiRejection.For(outcome, reason);

    private void Tell(StatementPurpose purpose, JpkiRejection? rejection)
    {
        JpkiWebTelemetry.CountAnswer(purpose, rejection);
        if (rejection is null)
        {
            ApplicationLog.Accepted(_log, purpose);
        }
        else
        {
            ApplicationLog.Refused(_log, purpose, rejection.Code, rejection.Outcome);
        }
    }

    private async Task<HolderChallenge?> IssueAsync(HttpContext context, Activity? activity, StatementPurpose purpose, string session, string? text)
    {
        JpkiRejection rejection = JpkiRejection.Busy;
        try
        {
            if (await Site.Challenges.IssueAsync(purpose, Site.Origin, session, text, context.RequestAborted).ConfigureAwait(false) is { } challenge)
            {
                return challenge;
            }

            ApplicationLog.StoreFull(_log);
        }
        catch (StoreFailedException failure)
        {
            ApplicationLog.StoreFailed(_log, failure.Kind);
            rejection = JpkiRejection.StoreFailed;
        }

        JpkiWebTelemetry.Tell(activity, rejection);
        await JpkiProblem.WriteAsync(context, rejection).ConfigureAwait(false);
        return null;
    }

    private static JpkiRejection OtherOrigin() => JpkiRejection.For(VerificationOutcome.Invalid, VerificationReason.ChallengeForOtherOrigin);

    // The answer comes by a post from the agent's site, which only SameSite=None lets a cookie go with.
    private static CookieOptions Cookie(TimeSpan? life) => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.None, IsEssential = true, Path = "/", MaxAge = life };

    private static bool IsAt(HttpRequest request, AuthenticationProperties state) =>
        state.Items.TryGetValue(ReturnKey, out string? asked) && asked is not null && PathString.FromUriComponent(asked) == request.PathBase + request.Path;

    private string Protect(string session, PathString returnPath, string? reference)
    {
        AuthenticationProperties state = new();
        state.Items[SessionKey] = session;
        state.Items[ReturnKey] = returnPath.ToUriComponent();
        if (reference is not null)
        {
            state.Items[ReferenceKey] = reference;
        }

        return _state.Protect(state);
    }

    private string CreateSession()
    {
        Span<byte> bytes = stackalloc byte[SessionBytes];
        _random.GetBytes(bytes);
        return Base64Url.EncodeToString(bytes);
    }
}
