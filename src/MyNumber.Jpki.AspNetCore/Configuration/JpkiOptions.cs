using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Caching;
using MyNumber.Jpki.Revocation.Crl.Download;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.AspNetCore.Configuration;

/// <summary>Settings of verification under JPKI (公的個人認証) in one application.</summary>
/// <remarks>Set once at start and validated then; not for change while the host runs.</remarks>
public sealed class JpkiOptions
{
    /// <summary>Where a card agent listens unless told otherwise.</summary>
    public const string DefaultAgentAddress = "http://127.0.0.1:36200/ask";

    /// <summary>Which environment's certificates are accepted; default the real one. A host whose environment is Production, or that names none, starts with the real one only.</summary>
    public JpkiEnvironment Environment { get; set; } = JpkiEnvironment.Production;

    /// <summary>Whether a host whose environment is neither Development nor Production starts with a lab's anchors; default no. Everybody may have a lab's keys: for hosts that nobody else reaches.</summary>
    public bool AcceptLabAnchorsAlthoughThisHostIsNotDevelopment { get; set; }

    /// <summary>The authority of signature certificates (署名用); leave it empty when no application is signed.</summary>
    public JpkiPurposeOptions Signature { get; } = new();

    /// <summary>The authority of user-authentication certificates (利用者証明用); leave it empty when nobody logs in by card.</summary>
    public JpkiPurposeOptions UserAuthentication { get; } = new();

    /// <summary>How a responder is asked (OCSP). It is asked when an address or a selector is set, or the certificate's own address may be used. An address of one purpose alone
    /// (<see cref="JpkiPurposeOptions.OcspAddress"/>) comes before all of these.</summary>
    public OcspOptions Ocsp { get; set; } = new();

    /// <summary>How long and how many of its answers are kept.</summary>
    public StatusCacheOptions StatusCache { get; set; } = new();

    /// <summary>When and how lists are fetched; its addresses and folder are filled in from <see cref="JpkiPurposeOptions.CrlAddresses"/> and <see cref="CrlFolder"/>.</summary>
    public CrlDownloadOptions CrlDownload { get; set; } = new() { Addresses = [] };

    /// <summary>A folder that keeps lists over a restart, relative to the content root; <see langword="null"/> (default) for memory only.</summary>
    public string? CrlFolder { get; set; }

    /// <summary>How old, since its thisUpdate, a list may be that says that a certificate is good; more than zero. <see langword="null"/> (default) lets it say so until its nextUpdate, a day or
    /// more where lists are made daily, in which a hold does not show. An older list still says that one is held or revoked; otherwise, where no responder answers either, the status is undetermined.</summary>
    public TimeSpan? ListMaximumAge { get; set; }

    /// <summary>Whether the host starts although <see cref="CrlFolder"/> has lists and every one of a purpose is past its nextUpdate, and none newer could be fetched; default no. Lists past their
    /// nextUpdate answer nothing: until a newer one comes the status rests on the responder alone, or is undetermined.</summary>
    public bool StartEvenThoughEveryKeptListIsPastItsNextUpdate { get; set; }

    /// <summary>What happens when a responder and lists are both there; the responder comes first. Default: the next one is asked when the first cannot be reached.</summary>
    public RevocationSequencePolicy StatusPolicy { get; set; } = RevocationSequencePolicy.NextWhenUnreachable;

    /// <summary>How much work one verification may cost.</summary>
    public VerificationLimits Limits { get; set; } = VerificationLimits.Strict;

    /// <summary>The site's origin as the browser shows it, such as <c>https://bank.example</c>: scheme, host and port in lower case, no path. It is part of what holders sign and is never
    /// taken from a request. Needed for login and applications.</summary>
    public string? Origin { get; set; }

    /// <summary>The service's name in what holders sign; <see langword="null"/> (default) for the origin. Services that share an origin take different ones.</summary>
    public string? Audience { get; set; }

    /// <summary>Where the program that holds the card (カードエージェント) listens on the holder's own computer; default <see cref="DefaultAgentAddress"/>.</summary>
    public Uri AgentAddress { get; set; } = new(DefaultAgentAddress);

    /// <summary>How long a challenge is good; default 5 minutes.</summary>
    public TimeSpan ChallengeLifetime { get; set; } = HolderChallenges.DefaultLifetime;

    internal bool AsksResponder => Enum.GetValues<CertificatePurpose>().Any(AsksResponderOf);

    internal bool AsksResponderOf(CertificatePurpose purpose) =>
        ResponderOf(purpose) is not null || Ocsp.ResponderSelector is not null || Ocsp.UseCertificateAddress || Ocsp.FallbackAddresses.Count != 0;

    /// <summary>How one purpose's responder is asked where only addresses count, as without a certificate.</summary>
    internal OcspOptions OcspOf(CertificatePurpose purpose) => Ocsp with { ResponderAddress = ResponderOf(purpose) };

    /// <summary>How the responder of any certificate is asked: at its purpose's own address before the common one.</summary>
    internal OcspOptions OcspByPurpose() => Ocsp with
    {
        ResponderAddress = null,
        ResponderSelector = path => ResponderOf(path.Profile.Purpose) ?? Ocsp.ResponderSelector?.Invoke(path),
    };

    internal JpkiPurposeOptions Of(CertificatePurpose purpose) => purpose == CertificatePurpose.Signature ? Signature : UserAuthentication;

    private Uri? ResponderOf(CertificatePurpose purpose) => Of(purpose).OcspAddress ?? Ocsp.ResponderAddress;
}
