namespace MyNumber.Jpki.Linting;

/// <summary>How sure a row of a profile is (確度). The issuing body's specification is not public, so not every row can be certain.</summary>
public enum RuleConfidence
{
    /// <summary>A standard demands it, or real bytes and a second source agree.</summary>
    Confirmed,

    /// <summary>One source says so.</summary>
    SingleSource,

    /// <summary>Concluded from evidence; nobody says so.</summary>
    Inferred,

    /// <summary>Not known publicly. A breach is reported as <see cref="FindingRank.NotKnown"/>; replace the row when you know.</summary>
    Unknown,
}
