namespace MyNumber.Linkage.Permission.Permits;

/// <summary>What became of checking a permit.</summary>
public enum PermitVerdict
{
    /// <summary>Not checked; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>Sealed by this core, for this provider, and in time.</summary>
    Valid = 1,

    /// <summary>Not the bytes of a permit.</summary>
    Malformed = 2,

    /// <summary>Sealed under a key version that this core does not hold.</summary>
    UnknownKey = 3,

    /// <summary>The seal does not fit the bytes.</summary>
    WrongSeal = 4,

    /// <summary>For another provider.</summary>
    OtherProvider = 5,

    /// <summary>Its time is over.</summary>
    Expired = 6,
}
