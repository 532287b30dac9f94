namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>What the responder does wrong on purpose. Immutable; hang another one on <see cref="OcspResponder.Faults"/> to change it.</summary>
public sealed record OcspFaults
{
    /// <summary>Nothing is wrong.</summary>
    public static OcspFaults None { get; } = new();

    /// <summary>Answers every request with this error instead of a status; <see langword="null"/> and <see cref="OcspResponseStatus.Successful"/> answer.</summary>
    public OcspResponseStatus? Error { get; init; }

    /// <summary>Moves thisUpdate and nextUpdate back by this much: a stale answer.</summary>
    public TimeSpan ThisUpdateAge { get; init; }

    /// <summary>Leaves out the nonce that was sent.</summary>
    public bool OmitNonce { get; init; }

    /// <summary>Signs with a responder certificate that lacks id-kp-OCSPSigning.</summary>
    public bool ResponderWithoutOcspSigning { get; init; }

    /// <summary>Says unknown of every certificate.</summary>
    public bool ForceUnknown { get; init; }

    /// <summary>Answers for the right serial under the key hash of the issuer's other generation.</summary>
    public bool WrongIssuerKeyHash { get; init; }

    /// <summary>Spoils one bit of the signature.</summary>
    public bool WrongSignature { get; init; }

    /// <summary>The host drops every connection without an answer; the responder itself does not look at this.</summary>
    public bool Offline { get; init; }
}
