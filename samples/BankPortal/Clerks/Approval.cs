namespace BankPortal.Clerks;

/// <summary>What came of a clerk's approval.</summary>
internal enum Approval
{
    /// <summary>The account is open.</summary>
    Opened,

    /// <summary>Somebody decided before.</summary>
    AlreadyDecided,

    /// <summary>The certificate is not valid any more.</summary>
    NotValid,

    /// <summary>The status could not be learnt; the application waits on.</summary>
    Undetermined,

    /// <summary>The person has an account already.</summary>
    HasAccount,

    /// <summary>A service failed on the way; the application waits on.</summary>
    BrokenOff,
}
