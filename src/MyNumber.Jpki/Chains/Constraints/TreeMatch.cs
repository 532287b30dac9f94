namespace MyNumber.Jpki.Chains.Constraints;

/// <summary>Whether a name stands in a subtree.</summary>
internal enum TreeMatch
{
    Outside,

    /// <summary>A directory name that is inside only by RFC 5280 §7.1.</summary>
    InsideInMeaning,

    Inside,

    /// <summary>A form, or a use of minimum and maximum, that is not judged here.</summary>
    Unsupported,
}
