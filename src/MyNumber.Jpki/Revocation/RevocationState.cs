namespace MyNumber.Jpki.Revocation;

/// <summary>What a status source says of a certificate. The states never collapse.</summary>
public enum RevocationState
{
    /// <summary>No answer that can be relied on: the source is unreachable, refuses, or its answer fails a check. The value of <see langword="default"/>.</summary>
    Unreachable = 0,

    /// <summary>The source answers properly and does not know the certificate.</summary>
    Unknown,

    /// <summary>Not revoked and not held.</summary>
    Good,

    /// <summary>On hold (一時保留).</summary>
    Held,

    /// <summary>Revoked (失効).</summary>
    Revoked,
}
