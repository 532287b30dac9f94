namespace MyNumber.Jpki.Revocation;

/// <summary>What became of a certificate (証明書の状態), own dates and status together. The states never collapse.</summary>
/// <remarks>The numbers of the first five are those of <see cref="RevocationState"/>.</remarks>
public enum CertificateState
{
    /// <summary>Its dates hold and nobody gave an answer that can be relied on. The value of <see langword="default"/>.</summary>
    Unreachable = 0,

    /// <summary>Its dates hold and the source properly says that it does not know it, or that it was never issued.</summary>
    Unknown,

    /// <summary>Neither expired nor held nor revoked (有効).</summary>
    Good,

    /// <summary>On hold (一時保留).</summary>
    Held,

    /// <summary>Revoked (失効), with reason and time in the evidence.</summary>
    Revoked,

    /// <summary>Its last second has passed (期間満了). Nobody is asked: lists and responders forget expired certificates (RFC 5280 §3.3).</summary>
    Expired,

    /// <summary>Its first second has not come. Nobody is asked.</summary>
    NotYetValid,

    /// <summary>It fails a check before status: unreadable, of another authority, purpose or profile, or its signature does not hold. Nobody is asked.</summary>
    NotAccepted,
}
