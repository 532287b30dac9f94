namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>What became of a step of an application.</summary>
public enum OneStopOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>The caller may not, or a delegation does not cover the procedure.</summary>
    NotAllowed,

    /// <summary>The portal does not offer the procedure.</summary>
    UnknownProcedure,

    /// <summary>There is no such application of this person.</summary>
    Unknown,

    /// <summary>The step does not fit the state: a confirmed application is not edited, a draft is not submitted.</summary>
    WrongState,

    /// <summary>There is no such field, or the value is too long.</summary>
    WrongField,

    /// <summary>A required field is empty.</summary>
    Incomplete,
}
