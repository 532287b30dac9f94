namespace MyNumber.Jpki.Authority.Status;

/// <summary>State of a certificate at its issuer. Expiry is not a state: it is read from notAfter.</summary>
public enum IssuedState
{
    /// <summary>In force.</summary>
    Good,

    /// <summary>On hold (一時保留).</summary>
    Held,

    /// <summary>Revoked (失効); terminal.</summary>
    Revoked,
}
