namespace MyNumber.Numbering;

/// <summary>What the twelve-digit base (基礎番号) of a corporate number says about its holder, by the table of the 国税庁.</summary>
/// <remarks>Confidence high, except the meaning of the organisation classes, which is medium.</remarks>
public enum CorporateNumberKind
{
    /// <summary>The number is empty.</summary>
    None = 0,

    /// <summary>The state's legislature (国の機関・立法), base <c>000011</c>.</summary>
    NationalLegislature,

    /// <summary>The state's administration (国の機関・行政), base <c>000012</c>.</summary>
    NationalAdministration,

    /// <summary>The state's judiciary (国の機関・司法), base <c>000013</c>.</summary>
    NationalJudiciary,

    /// <summary>A local government (地方公共団体), base <c>000020</c> or <c>000030</c>.</summary>
    LocalGovernment,

    /// <summary>A stock company (株式会社), registry office and class 01.</summary>
    StockCompany,

    /// <summary>A special limited company (特例有限会社), class 02.</summary>
    SpecialLimitedCompany,

    /// <summary>A 合名, 合資 or 合同会社 or a foreign company (外国会社), class 03.</summary>
    MembershipOrForeignCompany,

    /// <summary>Another registered corporation (その他の設立登記法人), class 04.</summary>
    OtherRegisteredCorporation,

    /// <summary>A registered association or cooperative (組合等), class 05.</summary>
    RegisteredAssociation,

    /// <summary>A registered corporation of a class that is not in the table.</summary>
    UnclassifiedRegisteredCorporation,

    /// <summary>A corporation without registration or an association without personality (設立登記のない法人・人格のない社団等), base with leading 7.</summary>
    UnregisteredOrganization,

    /// <summary>A base that the table does not assign.</summary>
    Unassigned,
}
