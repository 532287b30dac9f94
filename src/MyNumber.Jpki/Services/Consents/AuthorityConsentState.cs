namespace MyNumber.Jpki.Services.Consents;

/// <summary>What the authority says of a consent when it is polled.</summary>
public enum AuthorityConsentState
{
    /// <summary>No answer that can be relied on: nothing changes. The value of <see langword="default"/>.</summary>
    NoAnswer = 0,

    /// <summary>The authority does not know it yet.</summary>
    NotReflected = 1,

    /// <summary>It stands there.</summary>
    Stands = 2,

    /// <summary>The holder revoked it there.</summary>
    Revoked = 3,
}
