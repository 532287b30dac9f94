namespace MyNumber.Card.Applications.WholeCard;

/// <summary>How the change of the residence PIN in its two places ended.</summary>
public enum ResidencePinOutcome
{
    /// <summary>Neither place was changed.</summary>
    Unchanged = 0,

    /// <summary>Both places have the new PIN.</summary>
    Changed = 1,

    /// <summary>The common application has the new PIN and the residence application does not, or not surely: the exchange was broken. Change that half alone.</summary>
    OnlyCommonChanged = 2,
}
