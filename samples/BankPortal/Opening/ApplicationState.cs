namespace BankPortal.Opening;

/// <summary>What became of an application.</summary>
internal enum ApplicationState
{
    /// <summary>It came in, and what becomes of it is being worked out.</summary>
    Received,

    /// <summary>It is good, but the opening broke off on the way, such as when a link service was silent; a clerk, or the customer's next application, takes it up under the same number.</summary>
    BrokenOff,

    /// <summary>The account is open.</summary>
    Opened,

    /// <summary>A clerk has to look at the comparison.</summary>
    WithClerk,

    /// <summary>The form differs from the certificate.</summary>
    Mismatch,

    /// <summary>The certificate has an account already.</summary>
    HasAccount,

    /// <summary>Signature or certificate was refused.</summary>
    Refused,

    /// <summary>The status could not be learnt.</summary>
    Undetermined,

    /// <summary>The customer had changed the application before the signature over this version came.</summary>
    Superseded,

    /// <summary>A clerk declined it.</summary>
    Declined,
}
