namespace MyNumber.Linkage.Push.Targets;

/// <summary>How a condition looks at an item.</summary>
public enum TargetTest
{
    /// <summary>The value is the same, by code points.</summary>
    Equal = 1,

    /// <summary>The value is another.</summary>
    NotEqual = 2,

    /// <summary>The value is a whole number of at least the lower bound and at most the upper one.</summary>
    NumberBetween = 3,

    /// <summary>The value is a date of birth (yyyy-MM-dd) that gives an age of at least the lower bound and at most the upper one (年齢別).</summary>
    AgeBetween = 4,

    /// <summary>The value begins with the text, such as the code of a prefecture, municipality or district (地域別).</summary>
    Area = 5,
}
