namespace MyNumber.Numbering.People;

/// <summary>What a comparison (突合) of an application form with a certificate comes to.</summary>
public enum ComparisonVerdict
{
    /// <summary>No attribute differs, but at least one needs a person to look. The value of <see langword="default"/>.</summary>
    NeedsClerk = 0,

    /// <summary>All four attributes are the same, character by character or folded.</summary>
    Match = 1,

    /// <summary>At least one attribute is different.</summary>
    Mismatch = 2,

    /// <summary>All four are the same, at least one of them in another form only (<see cref="AttributeOutcome.SameInOtherForm"/>): a person must confirm it before it counts as a match.</summary>
    MatchInOtherForm = 3,
}
