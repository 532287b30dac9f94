namespace MyNumber.Linkage.AspNetCore.Peers;

/// <summary>What a certificate proves about who shows it.</summary>
public enum PeerVerdict
{
    /// <summary>There is none.</summary>
    NoCertificate,

    /// <summary>Its key is pinned for nobody.</summary>
    UnknownKey,

    /// <summary>Its key is pinned, but it is before or after its time.</summary>
    OutOfDate,

    /// <summary>It is the peer's.</summary>
    Accepted,
}
