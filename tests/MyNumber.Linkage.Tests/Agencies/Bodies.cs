using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Tests.Agencies;

/// <summary>Synthetic bodies: a city with its school board, a second city, a pension office, a tax office, two insurers that share codes, a portal.</summary>
internal static class Bodies
{
    public static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly AgencyId City = new(101);
    public static readonly AgencyId SchoolBoard = new(102);
    public static readonly AgencyId OtherCity = new(103);
    public static readonly AgencyId PensionOffice = new(201);
    public static readonly AgencyId TaxOffice = new(202);
    public static readonly AgencyId InsurerA = new(301);
    public static readonly AgencyId InsurerB = new(302);
    public static readonly AgencyId Portal = new(401);
    public static readonly AgencyId FamilyRegister = new(501);

    public static readonly CodeHolderId CityHolder = new(11);
    public static readonly CodeHolderId OtherCityHolder = new(13);
    public static readonly CodeHolderId PensionHolder = new(21);
    public static readonly CodeHolderId TaxHolder = new(22);
    public static readonly CodeHolderId InsurerHolder = new(31);
    public static readonly CodeHolderId PortalHolder = new(41);
    public static readonly CodeHolderId FamilyRegisterHolder = new(51);

    public static ValidPeriod Open => new(Start);

    public static Agency[] All =>
    [
        Body(City, AgencyKind.Municipality), Body(SchoolBoard, AgencyKind.Municipality) with { Parent = City }, Body(OtherCity, AgencyKind.Municipality),
        Body(PensionOffice, AgencyKind.IncorporatedAgency), Body(TaxOffice, AgencyKind.State), Body(InsurerA, AgencyKind.Insurer), Body(InsurerB, AgencyKind.Insurer),
        Body(Portal, AgencyKind.Portal), Body(FamilyRegister, AgencyKind.FamilyRegister),
    ];

    public static CodeHolder[] Holders =>
    [
        Holder(CityHolder, City, SchoolBoard), Holder(OtherCityHolder, OtherCity), Holder(PensionHolder, PensionOffice), Holder(TaxHolder, TaxOffice),
        Holder(InsurerHolder, InsurerA, InsurerB), Holder(PortalHolder, Portal), Holder(FamilyRegisterHolder, FamilyRegister),
    ];

    public static AgencyDirectory Directory { get; } = AgencyDirectory.Create(All, Holders);

    public static Agency Body(AgencyId id, AgencyKind kind) =>
        new() { Id = id, Kind = kind, Name = "機関", LegalBasis = "番号法 19条8号", Period = Open };

    public static CodeHolder Holder(CodeHolderId id, params AgencyId[] members) =>
        new(id, 0, CodeHolderStatus.Active, members.Select(member => new HolderMember(member, Open)));
}
