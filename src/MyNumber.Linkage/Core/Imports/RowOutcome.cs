namespace MyNumber.Linkage.Core.Imports;

/// <summary>What a dry run tells of a row.</summary>
public enum RowOutcome
{
    /// <summary>Nothing; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>All four attributes are the same; the row would get a code and has none.</summary>
    New = 1,

    /// <summary>The code that the row has is the right one.</summary>
    Same = 2,

    /// <summary>The row has another code than it would get: a former one, or another person's.</summary>
    Different = 3,

    /// <summary>Not all four attributes are the same.</summary>
    Mismatch = 4,

    /// <summary>Nobody has this number.</summary>
    NotFound = 5,

    /// <summary>The person is no resident.</summary>
    NonResident = 6,

    /// <summary>The number stands in another row too.</summary>
    NumberTwice = 7,
}
