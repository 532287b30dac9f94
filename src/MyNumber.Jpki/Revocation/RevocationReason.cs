namespace MyNumber.Jpki.Revocation;

/// <summary>CRLReason (RFC 5280 §5.3.1) with JPKI's meaning. JPKI uses 0 to 6 only; the rest is named so that a foreign answer is read truly. A complete list that holds <see cref="RemoveFromCrl"/> is refused as malformed.</summary>
public enum RevocationReason
{
    /// <summary>Destroyed before delivery to the holder.</summary>
    Unspecified = 0,

    /// <summary>The holder's private key is compromised.</summary>
    KeyCompromise = 1,

    /// <summary>The authority's key is compromised.</summary>
    CACompromise = 2,

    /// <summary>Recorded contents changed: name, address, birth date or sex.</summary>
    AffiliationChanged = 3,

    /// <summary>Renewed; another certificate took its place.</summary>
    Superseded = 4,

    /// <summary>No longer needed, at the holder's request.</summary>
    CessationOfOperation = 5,

    /// <summary>Hold (一時保留): safety of the key is in doubt. For a card it is never lifted.</summary>
    CertificateHold = 6,

    /// <summary>Delta CRLs only; not used by JPKI.</summary>
    RemoveFromCrl = 8,

    /// <summary>Not used by JPKI.</summary>
    PrivilegeWithdrawn = 9,

    /// <summary>Not used by JPKI.</summary>
    AACompromise = 10,
}
