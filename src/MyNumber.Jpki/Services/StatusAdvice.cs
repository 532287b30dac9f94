namespace MyNumber.Jpki.Services;

/// <summary>What a relying party does next about a stored certificate. It advises and decides nothing.</summary>
public enum StatusAdvice
{
    /// <summary>Nothing is known for sure: ask again later and change nothing. The value of <see langword="default"/>.</summary>
    AskAgainLater = 0,

    /// <summary>All is as it was.</summary>
    Continue,

    /// <summary>Name, address, birth date or sex changed: ask for a new signature, or fetch the latest attributes where consent was given.</summary>
    UpdateAttributes,

    /// <summary>Renewed: follow the old-to-new link, or ask for the new certificate.</summary>
    FollowRenewal,

    /// <summary>On hold: refuse for now. It is not revoked, so nothing is closed or deleted.</summary>
    RefuseWhileHeld,

    /// <summary>The key may be in other hands: stop its use and speak with the customer.</summary>
    SuspectKey,

    /// <summary>The certificate ended at the holder's side, and why is not said: speak with the customer.</summary>
    ContactHolder,

    /// <summary>The period is over, which no list tells: ask for the new certificate.</summary>
    AskForNewCertificate,

    /// <summary>The authority's own key is in doubt: stop and look at all its certificates.</summary>
    DistrustAuthority,

    /// <summary>The stored certificate itself fails a check: look into the store and the configuration.</summary>
    Investigate,
}
