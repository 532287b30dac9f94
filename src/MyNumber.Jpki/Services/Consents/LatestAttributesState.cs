namespace MyNumber.Jpki.Services.Consents;

/// <summary>What came of asking for the latest four attributes.</summary>
public enum LatestAttributesState
{
    /// <summary>No answer that can be relied on: nothing changes, ask again. The value of <see langword="default"/>.</summary>
    NoAnswer = 0,

    /// <summary>The attributes came.</summary>
    Provided = 1,

    /// <summary>The holder has no new signature certificate yet, so there is nothing to provide from (one source): ask again later.</summary>
    NoNewSignatureCertificate = 2,

    /// <summary>Nothing changed since the certificate that the consent names.</summary>
    Unchanged = 3,

    /// <summary>The authority refuses: it does not know the consent.</summary>
    ConsentNotKnown = 4,

    /// <summary>The holder revoked the consent.</summary>
    ConsentRevoked = 5,

    /// <summary>The consent here does not stand: not recorded, not reflected yet, or its ten years are over. The authority was not asked.</summary>
    ConsentNotInForce = 6,

    /// <summary>The consent was given for another service. The authority was not asked.</summary>
    ConsentForOtherService = 7,
}
