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
        if (companyNumber < 600_000_000_000)
        {
            (await Issuer.DesignateRegisteredAsync(companyNumber, "株式会社見本", "東京都千代田区")).ShouldNotBeNull(row).Number.Value.ShouldBe(long.Parse(number));
        }
        else
        {
            await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Issuer.DesignateRegisteredAsync(companyNumber, "見本", "東京都"), row);
        }
    }

    [Fact]
    public async Task Corporation_gets_its_number_once()
    {
        (await Issuer.DesignateRegisteredAsync(380001010002, "株式会社見本", "福島県")).ShouldNotBeNull();
        (await Issuer.DesignateRegisteredAsync(380001010002, "株式会社見本", "福島県")).ShouldBeNull();
    }

    [Fact]
    public async Task Bodies_without_registration_begin_with_seven_and_differ()
    {
        CorporateNumberIssuer issuer = Issuer;
        HashSet<CorporateNumber> numbers = [];
        for (int i = 0; i < 1_000; i++)
        {
            CorporateEntry entry = (await issuer.DesignateUnregisteredAsync("見本会", "東京都")).ShouldNotBeNull();
            (entry.Number.Value / 100_000_000_000 % 10).ShouldBe(7);
            numbers.Add(entry.Number).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Base_that_is_taken_is_drawn_again()
    {
        CorporateEntry first = (await Issuer.DesignateUnregisteredAsync("一", "東京都")).ShouldNotBeNull();
        CorporateEntry second = (await Issuer.DesignateUnregisteredAsync("二", "東京都")).ShouldNotBeNull();
        second.Number.ShouldNotBe(first.Number);
    }

    [Fact]
    public async Task Change_of_name_keeps_the_number_and_the_history()
    {
        CorporateNumberIssuer issuer = Issuer;
        CorporateEntry first = (await issuer.DesignateRegisteredAsync(380001010002, "旧名", "福島県")).ShouldNotBeNull();
        (await issuer.ChangeAsync(first.Number, "新名", "福島県")).ShouldNotBeNull().Version.ShouldBe(1);
        (await _register.HistoryAsync(first.Number)).Select(entry => entry.Name).ShouldBe(["旧名", "新名"]);
        (await issuer.ChangeAsync(CorporateNumber.FromTrusted(8700110005901), "無", "無")).ShouldBeNull();
    }
}
