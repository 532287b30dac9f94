namespace MyNumber.Linkage.Records;

/// <summary>Why something is no access record.</summary>
public enum RecordFault
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>It is not DER of the schema.</summary>
    NotOfSchema,

    /// <summary>It is a record in an encoding other than the one.</summary>
    NotCanonical,

    /// <summary>It is of a version that is not known here.</summary>
    UnknownVersion,

    /// <summary>An id is empty or not of its form.</summary>
    BadId,

    /// <summary>There is no item, or there are too many.</summary>
    BadItems,

    /// <summary>A time is before 1970 or after what can be said.</summary>
    BadTime,

    /// <summary>A time of provision without provision, or provision without one.</summary>
    ProvisionMismatch,

    /// <summary>An outcome, a mark of non-disclosure or the number of a correction is none.</summary>
    UnknownValue,

    /// <summary>Provision without the rule that permits it.</summary>
    RuleMissing,
}
