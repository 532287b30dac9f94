namespace MyNumber.Jpki.Services.Consents;

/// <summary>What the authority says of a consent when it is polled.</summary>
public enum AuthorityConsentState
{
    /// <summary>No answer that can be relied on: nothing changes. The value of <see langword="default"/>.</summary>
    NoAnswer = 0,

    /// <summary>The authority does not know it: not yet, or no longer. A consent that it had reflected is over then, like a revoked one: it may have wiped it after a revocation that was never polled.</summary>
    NotReflected = 1,

    /// <summary>It stands there.</summary>
    Stands = 2,

    /// <summary>The holder revoked it there.</summary>
    Revoked = 3,
}
