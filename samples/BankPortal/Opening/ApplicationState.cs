namespace BankPortal.Opening;

/// <summary>What became of an application.</summary>
internal enum ApplicationState
{
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

    /// <summary>A clerk declined it.</summary>
    Declined,
}
