namespace MyNumber.Numbering.Issuing.Designation;

/// <summary>Why no number was made.</summary>
public enum GenerationRefusal
{
    /// <summary>None: a number was made. The value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The request lacks something, or reason and number to be replaced do not fit.</summary>
    Incomplete = 1,

    /// <summary>The same name of request came before with other content.</summary>
    RequestReused = 2,

    /// <summary>The person has a number already; a first issue is made once.</summary>
    AlreadyNumbered = 3,

    /// <summary>The number to be replaced was never issued.</summary>
    NeverIssued = 4,

    /// <summary>The number to be replaced is not one of this person's.</summary>
    OtherPersons = 5,

    /// <summary>The number to be replaced is replaced already.</summary>
    AlreadyReplaced = 6,

    /// <summary>The code has given all its ten numbers; the person needs another code first.</summary>
    IssuesExhausted = 7,

    /// <summary>The form of the change lacks its grounds, or identity was not checked (番号法施行令3条; 番号法16条).</summary>
    FormIncomplete = 8,
}
