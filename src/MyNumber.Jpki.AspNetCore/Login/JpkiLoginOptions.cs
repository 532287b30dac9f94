using Microsoft.AspNetCore.Authentication;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Login;

/// <summary>Settings of one login scheme (マイナンバーカードでのログイン).</summary>
/// <remarks>Origin, audience, agent and lifetime are those of <see cref="JpkiOptions"/> unless set here. The correlation cookie is what binds a challenge to one browser. Its name begins
/// with <c>__Host-</c>, so that no other host of the domain can plant one (RFC 6265bis §4.1.3.2); a cookie of another path, domain or security needs another name.
/// It lives for <see cref="RemoteAuthenticationOptions.RemoteAuthenticationTimeout"/>: 15 minutes, or as long as the challenge where that is longer; less than the challenge is refused at start.</remarks>
public sealed class JpkiLoginOptions : RemoteAuthenticationOptions
{
    /// <summary>The shortest <see cref="SubjectKey"/>, in bytes.</summary>
    public const int MinimumSubjectKeyLength = 32;

    /// <summary>Options with their defaults.</summary>
    public JpkiLoginOptions()
    {
        CallbackPath = JpkiLoginDefaults.CallbackPath;
        CorrelationCookie.Name = "__Host-MyNumber.Jpki.Login.";
        CorrelationCookie.Path = "/";
        Events = new JpkiLoginEvents();
    }

    /// <summary>The site's origin; <see langword="null"/> (default) for <see cref="JpkiOptions.Origin"/>.</summary>
    public string? Origin { get; set; }

    /// <summary>The service's name in what is signed; <see langword="null"/> (default) for <see cref="JpkiOptions.Audience"/>.</summary>
    public string? Audience { get; set; }

    /// <summary>Where the card agent listens; <see langword="null"/> (default) for <see cref="JpkiOptions.AgentAddress"/>.</summary>
    public Uri? AgentAddress { get; set; }

    /// <summary>How long a challenge is good; <see langword="null"/> (default) for <see cref="JpkiOptions.ChallengeLifetime"/>.</summary>
    public TimeSpan? ChallengeLifetime { get; set; }

    /// <summary>The secret under which subjects are made (<see cref="PairwiseSubject"/>): at least 32 bytes of randomness, kept for ever and for this service alone. Required.</summary>
    public ReadOnlyMemory<byte> SubjectKey { get; set; }

    /// <summary>Where a refused login goes, by redirection with <c>?reason=</c> and the code; a path of this site. <see langword="null"/> (default) answers with problem details or, in a browser, a page of this library.</summary>
    /// <remarks>It goes there too when no challenge could be issued. The page must be open to everybody: were it to demand a login itself, it would get those words instead of a redirection.
    /// <see cref="Problems.JpkiRejection.Find"/> has the words for the code.</remarks>
    public string? RejectedPath { get; set; }

    /// <summary>Protects what travels through the browser with the challenge; by default with the application's data protection.</summary>
    public ISecureDataFormat<AuthenticationProperties>? StateDataFormat { get; set; }

    /// <summary>What the application does on the way.</summary>
    public new JpkiLoginEvents Events
    {
        get => (JpkiLoginEvents)base.Events;
        set => base.Events = value;
    }

    /// <summary>Whether the common options hold, so that these can be judged.</summary>
    internal bool HasCommon { get; set; }

    /// <summary>Origin, agent and challenges of this scheme.</summary>
    internal CardSite? Site { get; set; }

    /// <summary>Verifies its logins.</summary>
    internal LoginVerifier? Verifier { get; set; }
}
