using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Tests.Agencies;

namespace MyNumber.Linkage.Tests.Permission;

/// <summary>A small synthetic matrix; no affair, procedure or item of it is an official one.</summary>
internal static class Rules
{
    public static readonly AffairId Allowance = new("child-allowance");
    public static readonly AffairId Relief = new("victim-roll");
    public static readonly ProcedureId Grant = new("grant");
    public static readonly ItemSetId Tax = new("local-tax");
    public static readonly ItemSetId Pension = new("pension");
    public static readonly ItemSetId Slip = new("withholding-slip");
    public static readonly ItemSetId School = new("school-aid");
    public static readonly ItemId Income = new("income");
    public static readonly ItemId Dependants = new("dependants");
    public static readonly ItemId Other = new("other");

    public static PermissionRule TaxForAllowance => new()
    {
        Id = new RuleId("r-tax"), Inquirer = AgencyClass.OfKinds(AgencyKind.Municipality), Affair = Allowance, Procedure = Grant,
        Provider = AgencyClass.OfKinds(AgencyKind.Municipality), ItemSet = Tax, Items = [Income, Dependants],
        Basis = new LegalBasis(BasisKind.Statute, "番号法 19条8号"), Period = new ValidPeriod(Bodies.Start),
    };

    public static PermissionRule PensionForAllowance => TaxForAllowance with
    {
        Id = new RuleId("r-pension"), Provider = AgencyClass.Of(Bodies.PensionOffice), ItemSet = Pension, Items = [Income], ManualRelease = true,
    };

    public static PermissionRule PensionByOrdinance => PensionForAllowance with
    {
        Id = new RuleId("r-ordinance"), Inquirer = AgencyClass.Of(Bodies.City), Affair = new AffairId("own-aid"), ManualRelease = false,
        Basis = new LegalBasis(BasisKind.Ordinance, "市の条例", Bodies.City),
    };

    public static PermissionRule SlipToTaxOffice => TaxForAllowance with
    {
        Id = new RuleId("r-slip"), Inquirer = AgencyClass.Of(Bodies.TaxOffice), Affair = new AffairId("income-tax"), ItemSet = Slip, Items = [Income],
        Route = ProvisionRoute.Direct,
    };

    public static PermissionRule SchoolWithinCity => TaxForAllowance with
    {
        Id = new RuleId("r-school"), Inquirer = AgencyClass.Of(Bodies.SchoolBoard), Affair = new AffairId("school-aid"), Provider = AgencyClass.Of(Bodies.City),
        Route = ProvisionRoute.WithinBody, Basis = new LegalBasis(BasisKind.Ordinance, "市の条例", Bodies.City),
    };

    public static PermissionRule ReliefForVictims => PensionForAllowance with { Id = new RuleId("r-relief"), Affair = Relief, Purpose = RulePurpose.Disaster, ManualRelease = false };

    public static PermissionRule[] All => [TaxForAllowance, PensionForAllowance, PensionByOrdinance, SlipToTaxOffice, SchoolWithinCity, ReliefForVictims];

    public static PermissionRequest Asking(PermissionRule rule, AgencyId inquirer, AgencyId provider) => new()
    {
        Inquirer = inquirer, Provider = provider, Affair = rule.Affair, Procedure = rule.Procedure, ItemSet = rule.ItemSet,
        Items = new[] { Income }, At = Bodies.Now, Route = rule.Route,
    };

    public static PermissionPolicy Policy(PermissionNotices? notices = null) =>
        new(Bodies.Directory, PermissionMatrix.Create(All), notices ?? PermissionNotices.None);
}
