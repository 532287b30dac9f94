namespace MyNumber.Numbering;

/// <summary>The table of bases of corporate numbers.</summary>
internal static class CorporateNumberStructure
{
    /// <summary>Classifies a twelve-digit base.</summary>
    public static (CorporateNumberKind Kind, CorporateNumberWarning Warning) Classify(long baseNumber)
    {
        long office = baseNumber / 100_000_000;
        int section = (int)(baseNumber / 1_000_000 % 100);
        return office switch
        {
            0 => Government(section),
            >= 100 and <= 5000 => Registered(section),
            >= 7000 and <= 7999 => (CorporateNumberKind.UnregisteredOrganization, CorporateNumberWarning.None),
            >= 6000 => (CorporateNumberKind.Unassigned, CorporateNumberWarning.UnassignedLeadingDigit),
            _ => (CorporateNumberKind.Unassigned, CorporateNumberWarning.RegistryOfficeOutOfRange),
        };
    }

    private static (CorporateNumberKind Kind, CorporateNumberWarning Warning) Government(int section) => section switch
    {
        11 => (CorporateNumberKind.NationalLegislature, CorporateNumberWarning.None),
        12 => (CorporateNumberKind.NationalAdministration, CorporateNumberWarning.None),
        13 => (CorporateNumberKind.NationalJudiciary, CorporateNumberWarning.None),
        20 or 30 => (CorporateNumberKind.LocalGovernment, CorporateNumberWarning.None),
        _ => (CorporateNumberKind.Unassigned, CorporateNumberWarning.UnassignedGovernmentPrefix),
    };

    private static (CorporateNumberKind Kind, CorporateNumberWarning Warning) Registered(int organisationClass) => organisationClass switch
    {
        1 => (CorporateNumberKind.StockCompany, CorporateNumberWarning.None),
        2 => (CorporateNumberKind.SpecialLimitedCompany, CorporateNumberWarning.None),
        3 => (CorporateNumberKind.MembershipOrForeignCompany, CorporateNumberWarning.None),
        4 => (CorporateNumberKind.OtherRegisteredCorporation, CorporateNumberWarning.None),
        5 => (CorporateNumberKind.RegisteredAssociation, CorporateNumberWarning.None),
        _ => (CorporateNumberKind.UnclassifiedRegisteredCorporation, CorporateNumberWarning.UnknownOrganisationClass),
    };
}
