namespace MyNumber.Numbering.CorporateList;

/// <summary>The kind of a corporation (法人種別). The values are the codes of the file.</summary>
public enum CorporationKind
{
    /// <summary>An organ of the state (国の機関).</summary>
    StateOrgan = 101,

    /// <summary>A local government (地方公共団体).</summary>
    LocalGovernment = 201,

    /// <summary>A stock company (株式会社).</summary>
    StockCompany = 301,

    /// <summary>A limited company of the old law (有限会社).</summary>
    LimitedCompany = 302,

    /// <summary>A general partnership company (合名会社).</summary>
    GeneralPartnership = 303,

    /// <summary>A limited partnership company (合資会社).</summary>
    LimitedPartnership = 304,

    /// <summary>A limited liability company (合同会社).</summary>
    LimitedLiabilityCompany = 305,

    /// <summary>Another corporation founded by registration (その他の設立登記法人).</summary>
    OtherRegistered = 399,

    /// <summary>A foreign company or the like (外国会社等).</summary>
    Foreign = 401,

    /// <summary>Any other (その他).</summary>
    Other = 499,
}
