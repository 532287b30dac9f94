using MyNumber.Numbering.Issuing.Corporate;

namespace MyNumber.Numbering.Tests.Issuing.Corporate;

public sealed class CorporateNumberIssuerTests
{
    private readonly InMemoryCorporateRegister _register = new();

    private CorporateNumberIssuer Issuer => new(_register, Lab.Random(), Lab.Clock);

    [Theory]
    [InlineData("the tax agency's worked example", 700110005901, "8700110005901")]
    [InlineData("a remainder of nought gives nine", 380001010002, "9380001010002")]
    [InlineData("a leading nought in the base", 011101031552, "9011101031552")]
    public async Task Check_digit_is_put_before_the_base(string row, long companyNumber, string number)
    {
        if (companyNumber <= 500_099_999_999)
        {
            (await Issuer.DesignateRegisteredAsync(Lab.Request(1), companyNumber, "株式会社見本", "東京都千代田区")).ShouldNotBeNull(row).Number.Value.ShouldBe(long.Parse(number));
        }
        else
        {
            await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Issuer.DesignateRegisteredAsync(Lab.Request(1), companyNumber, "見本", "東京都"), row);
        }
    }

    [Theory]
    [InlineData("above the offices", 6, 21_498_320_257)]
    [InlineData("below the offices", 0, 9_814_983_202)]
    public async Task Number_that_is_no_company_number_is_not_repeated(string row, long head, long tail)
    {
        // Twelve digits, like an individual number that was handed over by mistake.
        long number = (head * 100_000_000_000) + tail;
        ArgumentOutOfRangeException thrown = await Should.ThrowAsync<ArgumentOutOfRangeException>(
            async () => await Issuer.DesignateRegisteredAsync(Lab.Request(1), number, "見本", "東京都"), row);
        thrown.ParamName.ShouldBe("companyNumber", row);
        thrown.ActualValue.ShouldBeNull(row);
        thrown.ToString().ShouldNotContain(number.ToString(System.Globalization.CultureInfo.InvariantCulture), Case.Sensitive, row);
    }

    [Fact]
    public async Task Corporation_gets_its_number_once()
    {
        (await Issuer.DesignateRegisteredAsync(Lab.Request(1), 380001010002, "株式会社見本", "福島県")).ShouldNotBeNull();
        (await Issuer.DesignateRegisteredAsync(Lab.Request(2), 380001010002, "株式会社見本", "福島県")).ShouldBeNull();
    }

    [Fact]
    public async Task Bodies_without_registration_begin_with_seven_and_differ()
    {
        CorporateNumberIssuer issuer = Issuer;
        HashSet<CorporateNumber> numbers = [];
        for (int i = 0; i < 1_000; i++)
        {
            CorporateEntry entry = (await issuer.DesignateUnregisteredAsync(Lab.Request(1 + i), "見本会", "東京都")).ShouldNotBeNull();
            (entry.Number.Value / 100_000_000_000 % 10).ShouldBe(7);
            numbers.Add(entry.Number).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Base_that_is_taken_is_drawn_again()
    {
        CorporateEntry first = (await Issuer.DesignateUnregisteredAsync(Lab.Request(1), "一", "東京都")).ShouldNotBeNull();
        CorporateEntry second = (await Issuer.DesignateUnregisteredAsync(Lab.Request(2), "二", "東京都")).ShouldNotBeNull();
        second.Number.ShouldNotBe(first.Number);
    }

    [Fact]
    public async Task Body_that_asks_again_gets_the_same_number()
    {
        CorporateNumberIssuer issuer = Issuer;
        CorporateEntry first = (await issuer.DesignateUnregisteredAsync(Lab.Request(1), "栞町自治会", "見本市")).ShouldNotBeNull();
        (await issuer.DesignateUnregisteredAsync(Lab.Request(1), "栞町自治会", "見本市")).ShouldNotBeNull().Number.ShouldBe(first.Number);
        CorporateEntry company = (await issuer.DesignateRegisteredAsync(Lab.Request(2), 380001010002, "株式会社見本", "福島県")).ShouldNotBeNull();
        (await issuer.DesignateRegisteredAsync(Lab.Request(2), 380001010002, "株式会社見本", "福島県")).ShouldBe(company);
        CorporateEntry renamed = (await issuer.ChangeAsync(Lab.Request(3), company.Number, "株式会社手本", "福島県")).ShouldNotBeNull();
        (await issuer.ChangeAsync(Lab.Request(3), company.Number, "株式会社手本", "福島県")).ShouldBe(renamed);
        (await issuer.DesignateRegisteredAsync(Lab.Request(2), 380001010002, "株式会社見本", "福島県")).ShouldBe(company, "the answer of then, not of now");
        (await _register.HistoryAsync(company.Number)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Request_is_not_used_for_something_else()
    {
        CorporateNumberIssuer issuer = Issuer;
        await issuer.DesignateUnregisteredAsync(Lab.Request(1), "栞町自治会", "見本市");
        CorporateEntry company = (await issuer.DesignateRegisteredAsync(Lab.Request(2), 380001010002, "株式会社見本", "福島県")).ShouldNotBeNull();
        (await issuer.DesignateUnregisteredAsync(Lab.Request(1), "別の自治会", "見本市")).ShouldBeNull();
        (await issuer.DesignateUnregisteredAsync(Lab.Request(1), "栞町自治会", "別市")).ShouldBeNull();
        (await issuer.DesignateUnregisteredAsync(Lab.Request(2), "株式会社見本", "福島県")).ShouldBeNull("a registered corporation's");
        (await issuer.DesignateRegisteredAsync(Lab.Request(1), 380001010003, "栞町自治会", "見本市")).ShouldBeNull();
        (await issuer.DesignateRegisteredAsync(Lab.Request(2), 380001010003, "株式会社見本", "福島県")).ShouldBeNull();
        (await issuer.ChangeAsync(Lab.Request(2), company.Number, "株式会社見本", "福島県")).ShouldBeNull("a designation's");
        (await _register.HistoryAsync(company.Number)).Count.ShouldBe(1);
        await Should.ThrowAsync<ArgumentException>(async () => await issuer.DesignateUnregisteredAsync(Guid.Empty, "会", "市"));
    }

    [Theory]
    [InlineData("before the first office", 9_999_999_999, false)]
    [InlineData("the first office", 10_001_000_001, true)]
    [InlineData("the last office", 500_001_999_999, true)]
    [InlineData("the end of the last office", 500_099_999_999, true)]
    [InlineData("behind the last office", 500_100_000_000, false)]
    [InlineData("an office that is warned about", 599_901_000_001, false)]
    public async Task Number_is_designated_for_an_office_that_there_is(string row, long companyNumber, bool designated)
    {
        (CorporateNumber.FromBase(companyNumber).Warning is CorporateNumberWarning.RegistryOfficeOutOfRange or CorporateNumberWarning.UnassignedGovernmentPrefix).ShouldBe(!designated, row);
        Func<Task<CorporateEntry?>> designate = async () => await Issuer.DesignateRegisteredAsync(Lab.Request(1), companyNumber, "見本", "東京都");
        if (designated)
        {
            (await designate()).ShouldNotBeNull(row);
        }
        else
        {
            await designate.ShouldThrowAsync<ArgumentOutOfRangeException>(row);
        }
    }

    [Fact]
    public async Task Change_of_name_keeps_the_number_and_the_history()
    {
        CorporateNumberIssuer issuer = Issuer;
        CorporateEntry first = (await issuer.DesignateRegisteredAsync(Lab.Request(1), 380001010002, "旧名", "福島県")).ShouldNotBeNull();
        (await issuer.ChangeAsync(Lab.Request(2), first.Number, "新名", "福島県")).ShouldNotBeNull().Version.ShouldBe(1);
        (await _register.HistoryAsync(first.Number)).Select(entry => entry.Name).ShouldBe(["旧名", "新名"]);
        (await issuer.ChangeAsync(Lab.Request(3), CorporateNumber.FromTrusted(8700110005901), "無", "無")).ShouldBeNull();
    }
}
