namespace MyNumber.Jpki.Services.Consents;

/// <summary>How a consent stands on a day.</summary>
public enum ConsentState
{
    /// <summary>Signed and recorded here, not yet reflected at the authority. The value of <see langword="default"/>.</summary>
    AwaitingAuthority = 0,

    /// <summary>In force: the latest attributes may be asked for.</summary>
    InForce = 1,

    /// <summary>Revoked (取消): by the holder here, or at the authority, which is learnt by polling only, also by its no longer knowing what it had reflected.</summary>
    Revoked = 2,

    /// <summary>Its ten years are over.</summary>
    Ended = 3,
}
