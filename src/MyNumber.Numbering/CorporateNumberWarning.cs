namespace MyNumber.Numbering;

/// <summary>Why a corporate number with a right check digit is unlikely to have been issued. A warning is apart from validity: tables change.</summary>
public enum CorporateNumberWarning
{
    /// <summary>Nothing is odd.</summary>
    None = 0,

    /// <summary>The base begins with 6, 8 or 9, which are not in use.</summary>
    UnassignedLeadingDigit,

    /// <summary>The base begins with <c>0000</c> and goes on with none of 11, 12, 13, 20 and 30.</summary>
    UnassignedGovernmentPrefix,

    /// <summary>The registry office code (登記所コード) lies outside 0100 to 5000.</summary>
    RegistryOfficeOutOfRange,

    /// <summary>The organisation class (組織区分) is none of 01 to 05.</summary>
    UnknownOrganisationClass,
}
