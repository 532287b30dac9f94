namespace MyNumber.Jpki.Authority.Status;

/// <summary>Which time is published when a held certificate is revoked. JPKI's rule is not known to the project.</summary>
public enum RevocationDateRule
{
    /// <summary>The time of the hold stays; the default, as nothing signed after the hold should be trusted.</summary>
    KeepHoldTime,

    /// <summary>The time of the revocation takes its place.</summary>
    TimeOfRevocation,
}
