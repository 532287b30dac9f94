namespace MyNumber.Numbering.Tests;

public sealed class CorporateNumberTests
{
    [Theory]
    [InlineData("worked example of the tax agency", "8700110005901")]
    [InlineData("the tax agency itself", "7000012050002")]
    [InlineData("published or recomputed", "1180301018771")]
    [InlineData("published or recomputed", "5111101000006")]
    [InlineData("published or recomputed", "8040001999013")]
    [InlineData("published or recomputed", "2040001999902")]
    [InlineData("published or recomputed", "2100001010003")]
    [InlineData("specification sample, remainder 0", "9380001010002")]
    [InlineData("published or recomputed", "8000020130001")]
    [InlineData("published or recomputed", "3000020141003")]
    [InlineData("published or recomputed", "7000020010006")]
    [InlineData("published or recomputed", "9000020011002")]
    [InlineData("published or recomputed", "6000020271004")]
    [InlineData("published or recomputed", "3000020231002")]
    [InlineData("published or recomputed", "3000020401307")]
    [InlineData("published or recomputed", "1000011000005")]
    [InlineData("published or recomputed", "1000012010003")]
    [InlineData("published or recomputed", "1000012010011")]
    [InlineData("published or recomputed", "1000012010028")]
    [InlineData("published or recomputed", "1000013050238")]
    [InlineData("published or recomputed", "1000012160153")]
    [InlineData("published or recomputed", "2180301014324")]
    [InlineData("published or recomputed", "7010401022916")]
    [InlineData("published or recomputed", "5160001001877")]
    [InlineData("published or recomputed", "8010005004319")]
    [InlineData("published or recomputed", "9011001029597")]
    [InlineData("published or recomputed", "5250005003274")]
    [InlineData("published or recomputed", "7010705000725")]
    [InlineData("published or recomputed", "1430001000632")]
    [InlineData("published or recomputed", "3000012010001")]
    [InlineData("published or recomputed", "5010001192707")]
    [InlineData("published or recomputed", "5010001008846")]
    [InlineData("published or recomputed", "5010401067252")]
    [InlineData("published or recomputed", "7010401045660")]
    [InlineData("published or recomputed", "7010001008844")]
    [InlineData("published or recomputed", "4000012090001")]
    [InlineData("published or recomputed", "8120001059652")]
    [InlineData("published or recomputed", "9010701020592")]
    [InlineData("published or recomputed", "1130001011420")]
    [InlineData("published or recomputed", "9011101031552")]
    [InlineData("published or recomputed", "7010001065142")]
    [InlineData("published or recomputed", "1010001112577")]
    [InlineData("published or recomputed", "8000012010038")]
    [InlineData("published or recomputed", "2000012020001")]
    [InlineData("published or recomputed", "6000012070001")]
    [InlineData("published or recomputed", "8000012050001")]
    [InlineData("published or recomputed", "1000012030001")]
    [InlineData("published or recomputed", "2000012100001")]
    [InlineData("published or recomputed", "7123456789012")]
    [InlineData("published or recomputed", "7123456780012")]
    [InlineData("published or recomputed", "7123456780912")]
    public void Published_value_is_valid(string description, string text)
    {
        Published.ShouldBe<CorporateNumber>(CorporateNumber.TryParse, CorporateNumber.TryParse, text, NumberStyle.Strict, NumberFault.None, description);
        Published.ShouldBe<CorporateNumber>(CorporateNumber.TryParse, CorporateNumber.TryParse, text, NumberStyle.Lenient, NumberFault.None, description);
    }

    [Theory]
    [InlineData("generated elsewhere", "5835678256246")]
    [InlineData("generated elsewhere", "1020281079130")]
    [InlineData("generated elsewhere", "1092280840134")]
    [InlineData("generated elsewhere", "1878613755182")]
    [InlineData("generated elsewhere", "2014614971152")]
    [InlineData("generated elsewhere", "2154272766021")]
    [InlineData("generated elsewhere", "2156020645218")]
    [InlineData("generated elsewhere", "2190501102051")]
    [InlineData("generated elsewhere", "2506450764947")]
    [InlineData("generated elsewhere", "2877943595076")]
    [InlineData("generated elsewhere", "3102603003473")]
    [InlineData("generated elsewhere", "3677889020488")]
    [InlineData("generated elsewhere", "3932580304272")]
    [InlineData("generated elsewhere", "4133937187596")]
    [InlineData("generated elsewhere", "4322035819249")]
    [InlineData("generated elsewhere", "4422212699405")]
    [InlineData("generated elsewhere", "4434215752536")]
    [InlineData("generated elsewhere", "4894094830853")]
    [InlineData("generated elsewhere", "5385009332457")]
    [InlineData("generated elsewhere", "5703079264765")]
    [InlineData("generated elsewhere", "5864353627704")]
    [InlineData("generated elsewhere", "6402078819006")]
    [InlineData("generated elsewhere", "6457924394338")]
    [InlineData("generated elsewhere", "6671470548996")]
    [InlineData("generated elsewhere", "6821550923715")]
    [InlineData("generated elsewhere", "6862173718594")]
    [InlineData("generated elsewhere", "7030204178342")]
    [InlineData("generated elsewhere", "7044157771432")]
    [InlineData("generated elsewhere", "7179487563592")]
    [InlineData("generated elsewhere", "7360581582900")]
    [InlineData("generated elsewhere", "7631172336579")]
    [InlineData("generated elsewhere", "7896877317434")]
    [InlineData("generated elsewhere", "8085647298491")]
    [InlineData("generated elsewhere", "8166975505797")]
    [InlineData("generated elsewhere", "8451632537189")]
    [InlineData("generated elsewhere", "8455957905624")]
    [InlineData("generated elsewhere", "8865890851034")]
    [InlineData("generated elsewhere", "8911879336082")]
    [InlineData("generated elsewhere", "9196934167858")]
    [InlineData("generated elsewhere", "9680537896732")]
    [InlineData("generated elsewhere", "9863806292730")]
    public void Number_that_another_library_tests_with_is_valid(string description, string text) =>
        Published.ShouldBe<CorporateNumber>(CorporateNumber.TryParse, CorporateNumber.TryParse, text, NumberStyle.Strict, NumberFault.None, description);

    [Theory]
    [InlineData("published and wrong", "7010401067252")]
    [InlineData("published and wrong", "6010001008846")]
    [InlineData("published and wrong", "2130001013780")]
    [InlineData("published and wrong", "5130001005778")]
    [InlineData("published and wrong", "5010401041564")]
    [InlineData("published and wrong", "4010401044085")]
    [InlineData("published and wrong", "2010401011052")]
    [InlineData("published and wrong", "9000012010001")]
    [InlineData("published and wrong", "1010001008896")]
    [InlineData("published and wrong", "8040001999011")]
    public void Published_wrong_value_has_a_wrong_check_digit(string description, string text) =>
        Published.ShouldBe<CorporateNumber>(CorporateNumber.TryParse, CorporateNumber.TryParse, text, NumberStyle.Strict, NumberFault.WrongCheckDigit, description);

    [Theory]
    [InlineData("check digit 0", "0700110005901", NumberStyle.Strict, NumberFault.WrongStructure)]
    [InlineData("zeros", "0000000000000", NumberStyle.Strict, NumberFault.WrongStructure)]
    [InlineData("twelve digits", "700110005901", NumberStyle.Strict, NumberFault.TooShort)]
    [InlineData("with the invoice prefix", "T8700110005901", NumberStyle.Strict, NumberFault.ForbiddenCharacter)]
    [InlineData("full width", "８７００１１０００５９０１", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("grouped", "5-8356-7825-6246", NumberStyle.Lenient, NumberFault.None)]
    [InlineData("grouped with another check digit", "2-8356-7825-6246", NumberStyle.Lenient, NumberFault.WrongCheckDigit)]
    [InlineData("letters in a group", "2-aaaa-7825-6246", NumberStyle.Lenient, NumberFault.ForbiddenCharacter)]
    [InlineData("fourteen digits", "87001100059010", NumberStyle.Strict, NumberFault.TooLong)]
    [InlineData("0 written 9 in the base passes", "7000012050902", NumberStyle.Strict, NumberFault.None)]
    [InlineData("empty", "", NumberStyle.Lenient, NumberFault.Empty)]
    public void Text_has_its_own_reason(string description, string text, NumberStyle style, NumberFault expected) =>
        Published.ShouldBe<CorporateNumber>(CorporateNumber.TryParse, CorporateNumber.TryParse, text, style, expected, description);

    [Theory]
    [InlineData("library of the legislature", "1000011000005", CorporateNumberKind.NationalLegislature, CorporateNumberWarning.None)]
    [InlineData("tax agency", "7000012050002", CorporateNumberKind.NationalAdministration, CorporateNumberWarning.None)]
    [InlineData("court", "1000013050238", CorporateNumberKind.NationalJudiciary, CorporateNumberWarning.None)]
    [InlineData("city", "3000020141003", CorporateNumberKind.LocalGovernment, CorporateNumberWarning.None)]
    [InlineData("stock company", "1180301018771", CorporateNumberKind.StockCompany, CorporateNumberWarning.None)]
    [InlineData("association", "5250005003274", CorporateNumberKind.RegisteredAssociation, CorporateNumberWarning.None)]
    public void Kind_follows_the_base(string description, string text, CorporateNumberKind kind, CorporateNumberWarning warning)
    {
        CorporateNumber number = CorporateNumber.Parse(text);
        number.Kind.ShouldBe(kind, description);
        number.Warning.ShouldBe(warning, description);
    }

    [Theory]
    [InlineData("leading 6", 600000000000, CorporateNumberKind.Unassigned, CorporateNumberWarning.UnassignedLeadingDigit)]
    [InlineData("leading 8", 812345678901, CorporateNumberKind.Unassigned, CorporateNumberWarning.UnassignedLeadingDigit)]
    [InlineData("leading 9", 999999999999, CorporateNumberKind.Unassigned, CorporateNumberWarning.UnassignedLeadingDigit)]
    [InlineData("leading 7", 700150000001, CorporateNumberKind.UnregisteredOrganization, CorporateNumberWarning.None)]
    [InlineData("0000 and 14", 000014000001, CorporateNumberKind.Unassigned, CorporateNumberWarning.UnassignedGovernmentPrefix)]
    [InlineData("0000 and 30", 000030000001, CorporateNumberKind.LocalGovernment, CorporateNumberWarning.None)]
    [InlineData("office 0099", 009901000001, CorporateNumberKind.Unassigned, CorporateNumberWarning.RegistryOfficeOutOfRange)]
    [InlineData("office 0100", 010002000001, CorporateNumberKind.SpecialLimitedCompany, CorporateNumberWarning.None)]
    [InlineData("office 5000", 500003000001, CorporateNumberKind.MembershipOrForeignCompany, CorporateNumberWarning.None)]
    [InlineData("office 5001", 500104000001, CorporateNumberKind.Unassigned, CorporateNumberWarning.RegistryOfficeOutOfRange)]
    [InlineData("class 04", 010004000001, CorporateNumberKind.OtherRegisteredCorporation, CorporateNumberWarning.None)]
    [InlineData("class 99", 010099000001, CorporateNumberKind.UnclassifiedRegisteredCorporation, CorporateNumberWarning.UnknownOrganisationClass)]
    public void Odd_base_warns_and_stays_valid(string description, long baseNumber, CorporateNumberKind kind, CorporateNumberWarning warning)
    {
        CorporateNumber number = CorporateNumber.Parse(CorporateNumber.FromBase(baseNumber).ToString());
        number.Kind.ShouldBe(kind, description);
        number.Warning.ShouldBe(warning, description);
    }

    [Fact]
    public void Five_sections_of_government_are_assigned_and_no_other()
    {
        for (long section = 0; section < 100; section++)
        {
            CorporateNumberWarning expected = section is 11 or 12 or 13 or 20 or 30 ? CorporateNumberWarning.None : CorporateNumberWarning.UnassignedGovernmentPrefix;
            CorporateNumber.FromBase((section * 1_000_000) + 1).Warning.ShouldBe(expected, $"0000{section:D2}");
        }
    }

    [Theory]
    [InlineData("negative", -1)]
    [InlineData("thirteen digits", 1_000_000_000_000)]
    public void Base_out_of_range_is_refused(string description, long baseNumber) =>
        Should.Throw<ArgumentOutOfRangeException>(() => CorporateNumber.FromBase(baseNumber), description);

    [Fact]
    public void Empty_number_has_no_kind_and_no_text()
    {
        default(CorporateNumber).Kind.ShouldBe(CorporateNumberKind.None);
        default(CorporateNumber).Warning.ShouldBe(CorporateNumberWarning.None);
        default(CorporateNumber).ToString().ShouldBeEmpty();
    }
}
