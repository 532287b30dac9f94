namespace MyNumber.Linkage.Agencies;

/// <summary>What sort of body an agency is.</summary>
public enum AgencyKind
{
    /// <summary>Not said; the value of <see langword="default"/>, which no agency of a directory has.</summary>
    Unspecified = 0,

    /// <summary>An organ of the state (国の機関).</summary>
    State = 1,

    /// <summary>A prefecture or one of its organs (都道府県).</summary>
    Prefecture = 2,

    /// <summary>A municipality or one of its organs (市町村).</summary>
    Municipality = 3,

    /// <summary>An incorporated administrative agency (独立行政法人等).</summary>
    IncorporatedAgency = 4,

    /// <summary>An insurer of health insurance (保険者).</summary>
    Insurer = 5,

    /// <summary>The citizen's portal (情報提供等記録開示システム, マイナポータル).</summary>
    Portal = 6,

    /// <summary>The minister who keeps the family registers' copies (法務大臣): agency codes only, never an individual number (番号法 9条3項).</summary>
    FamilyRegister = 7,
}
