using System.Security.Cryptography;
using MyNumber.Jpki.Paths;

namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>How to ask a responder and how far to believe it. The defaults are strict and fit answers renewed every 15 minutes.</summary>
/// <remarks>Immutable. The real service's responder profile is not public; every choice here is a setting for that reason.</remarks>
public sealed record OcspOptions
{
    private const int MostFallbacks = 8;

    /// <summary>The responder's absolute HTTP address; asked before the other two ways to find one.</summary>
    public Uri? ResponderAddress { get; init; }

    /// <summary>Chooses the responder's address where <see cref="ResponderAddress"/> is not set, for example by authority; it may answer <see langword="null"/>.</summary>
    public Func<VerifiedPath, Uri?>? ResponderSelector { get; init; }

    /// <summary>Whether the certificate's own address (authorityInfoAccess) is followed when no address is configured. Default: no. The signature certificate has none.</summary>
    public bool UseCertificateAddress { get; init; }

    /// <summary>
    /// Addresses that are asked in their order when the one before gave no reliable answer, whatever the way it was found; absolute HTTP addresses, at most 8, default none.
    /// <see cref="Timeout"/> is for each of them.
    /// </summary>
    public IReadOnlyList<Uri> FallbackAddresses { get; init; } = [];

    /// <summary>POST (default) or GET.</summary>
    public OcspTransfer Transfer { get; init; }

    /// <summary>Default SHA-256. An answer under the other hash is accepted when it matches.</summary>
    public OcspCertIdHash CertIdHash { get; init; }

    /// <summary>Default <see cref="OcspNoncePolicy.Preferred"/>.</summary>
    public OcspNoncePolicy NoncePolicy { get; init; }

    /// <summary>Bytes of a nonce, 1 to 128; default 32 (RFC 9654 §2.1).</summary>
    public int NonceLength { get; init; } = 32;

    /// <summary>Where nonces come from; default the platform's cryptographic generator.</summary>
    public NonceSource NonceSource { get; init; } = RandomNumberGenerator.Fill;

    /// <summary>Signs each request where the responder demands to know who asks (RFC 6960 §4.1.2); default <see langword="null"/>, unsigned.</summary>
    public IOcspRequestSigner? RequestSigner { get; init; }

    /// <summary>The longest wait for an answer, more than zero and at most a day; default 10 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest answer that is read, in bytes; default 64 KiB, some thirty times an answer with one responder certificate.</summary>
    public int MaximumResponseLength { get; init; } = 65536;

    /// <summary>How far the responder's clock may be from ours, at most a day; default 5 minutes. It widens every limit of time: <see cref="MaximumAge"/>, and nextUpdate.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How old thisUpdate may be, whatever nextUpdate says; default 30 minutes, two ticks of the 15-minute renewal. By our clock it may be older by <see cref="ClockSkew"/>.</summary>
    public TimeSpan MaximumAge { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The longest whole period of a delegated responder certificate without id-pkix-ocsp-nocheck; default 31 days. Its own status is never asked,
    /// so only a short life bounds a lost responder key (RFC 6960 §4.2.2.2.1). <see cref="TimeSpan.Zero"/> demands nocheck.
    /// </summary>
    public TimeSpan MaximumResponderLifetimeWithoutNoCheck { get; init; } = TimeSpan.FromDays(31);

    /// <summary>Accepts RSA signatures over SHA-1 and RSA keys under 2048 bits. For old test vectors only; never for a real decision.</summary>
    public bool AcceptWeakSha1SignaturesAndShortKeysOfOldTestVectors { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(NonceLength, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(NonceLength, 128);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumResponseLength, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Timeout, TimeSpan.FromDays(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(ClockSkew, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ClockSkew, TimeSpan.FromDays(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumAge, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumResponderLifetimeWithoutNoCheck, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(NonceSource);
        ArgumentNullException.ThrowIfNull(FallbackAddresses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(FallbackAddresses.Count, MostFallbacks);
        if ((ResponderAddress is not null && !IsHttp(ResponderAddress)) || FallbackAddresses.Any(address => address is null || !IsHttp(address)))
        {
            throw new ArgumentException("A responder's address must be an absolute http or https address.", nameof(ResponderAddress));
        }
    }

    internal void ValidateForAsking()
    {
        Validate();
        if (ResponderAddress is null && ResponderSelector is null && !UseCertificateAddress && FallbackAddresses.Count == 0)
        {
            throw new ArgumentException("A client that asks needs a responder's address, a selector, or leave to use the certificate's own address.", nameof(ResponderAddress));
        }
    }

    internal static bool IsHttp(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
