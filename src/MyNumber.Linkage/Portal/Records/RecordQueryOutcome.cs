namespace MyNumber.Linkage.Portal.Records;

/// <summary>Whether the core answers a question for records.</summary>
public enum RecordQueryOutcome
{
    /// <summary>Answered; there may be no record.</summary>
    Answered,

    /// <summary>The caller is no portal, or its code holder is not active.</summary>
    NotPortal,

    /// <summary>The code is not one in use of the portal.</summary>
    CodeRefused,

    /// <summary>The page is not one that can be asked for.</summary>
    Malformed,

    /// <summary>The portal itself does not let the caller: no account, no code, or outside of a delegation.</summary>
    NotAllowed,
}
