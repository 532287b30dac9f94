using System.Net;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>What the responder does wrong on purpose. Immutable; hang another one on <see cref="OcspResponder.Faults"/> to change it.</summary>
/// <remarks>With any fault every answer is signed on the spot. Several faults may be combined. <see cref="Offline"/> drops connections for lists too; <see cref="Delay"/>,
/// <see cref="HttpStatus"/> and <see cref="ContentType"/> leave lists as they are.</remarks>
public sealed record OcspFaults
{
    /// <summary>Nothing is wrong.</summary>
    public static OcspFaults None { get; } = new();

    /// <summary>Answers every request with this error instead of a status; <see langword="null"/> and <see cref="OcspResponseStatus.Successful"/> answer.</summary>
    public OcspResponseStatus? Error { get; init; }

    /// <summary>Answers sigRequired to a request without a signature, unauthorized to one whose signature does not hold; any certificate may sign.</summary>
    public bool RequireSignature { get; init; }

    /// <summary>Moves thisUpdate and nextUpdate back by this much: a stale answer.</summary>
    public TimeSpan ThisUpdateAge { get; init; }

    /// <summary>Moves thisUpdate and nextUpdate forward by this much: an answer that is not valid yet.</summary>
    public TimeSpan ThisUpdateAhead { get; init; }

    /// <summary>Leaves out the nonce that was sent.</summary>
    public bool OmitNonce { get; init; }

    /// <summary>Answers with another nonce of the same length; a request without one gets none.</summary>
    public bool WrongNonce { get; init; }

    /// <summary>Signs with a responder certificate that lacks id-kp-OCSPSigning.</summary>
    public bool ResponderWithoutOcspSigning { get; init; }

    /// <summary>Signs with a responder certificate of the authority's other generation.</summary>
    public bool ResponderOfOtherGeneration { get; init; }

    /// <summary>Signs with a responder certificate whose last day was the day before the responder's period began.</summary>
    public bool ResponderExpired { get; init; }

    /// <summary>Signs with a responder certificate that the responder issued to itself.</summary>
    public bool ResponderSelfSigned { get; init; }

    /// <summary>Says unknown of every certificate.</summary>
    public bool ForceUnknown { get; init; }

    /// <summary>Says "revoked, on hold, since 1970" of every certificate: never issued (RFC 6960 §2.2), with the extended-revoke extension.</summary>
    public bool ForceNeverIssued { get; init; }

    /// <summary>Answers for the right serial under the key hash of the issuer's other generation.</summary>
    public bool WrongIssuerKeyHash { get; init; }

    /// <summary>Answers for the serial whose last bit is the other one.</summary>
    public bool WrongSerial { get; init; }

    /// <summary>Answers twice about each certificate, once good and once revoked.</summary>
    public bool ContradictingAnswers { get; init; }

    /// <summary>Puts that many answers about other certificates before those that were asked for; 0 to 32. Nothing is wrong with it.</summary>
    public int OtherAnswers { get; init; }

    /// <summary>Adds a critical extension that nobody knows.</summary>
    public bool UnknownCriticalExtension { get; init; }

    /// <summary>Adds an extension, not critical, of that many octets: an answer longer than a verifier takes; at most 1 MiB.</summary>
    public int PaddingOctets { get; init; }

    /// <summary>Spoils one bit of the signature.</summary>
    public bool WrongSignature { get; init; }

    /// <summary>Cuts that many octets off the end.</summary>
    public int TruncatedOctets { get; init; }

    /// <summary>The host drops every connection without an answer; the responder itself does not look at this.</summary>
    public bool Offline { get; init; }

    /// <summary>The host waits that long, by the responder's clock, before it answers.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The host answers with this status code and no body.</summary>
    public HttpStatusCode? HttpStatus { get; init; }

    /// <summary>The host answers with this content type.</summary>
    public string? ContentType { get; init; }
}
