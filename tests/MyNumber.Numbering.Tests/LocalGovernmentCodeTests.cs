namespace MyNumber.Numbering.Tests;

public sealed class LocalGovernmentCodeTests
{
    // Computed by another program.
    private static readonly string[] _prefectures =
    [
        "010006", "020001", "030007", "040002", "050008", "060003", "070009", "080004", "090000", "100005",
        "110001", "120006", "130001", "140007", "150002", "160008", "170003", "180009", "190004", "200000",
        "210005", "220001", "230006", "240001", "250007", "260002", "270008", "280003", "290009", "300004",
        "310000", "320005", "330001", "340006", "350001", "360007", "370002", "380008", "390003", "400009",
        "410004", "420000", "430005", "440001", "450006", "460001", "470007",
    ];

    [Theory]
    [InlineData("sum under 11", "010006")]
    [InlineData("sum under 11", "011002")]
    [InlineData("sum 11", "011011")]
    [InlineData("sum 11", "110001")]
    [InlineData("Tokyo", "130001")]
    [InlineData("Chiyoda", "131016")]
    [InlineData("Yokohama", "141003")]
    [InlineData("published", "020001")]
    [InlineData("published", "131041")]
    [InlineData("published", "231002")]
    [InlineData("published", "261009")]
    [InlineData("published", "271004")]
    [InlineData("published", "281000")]
    [InlineData("published", "341002")]
    [InlineData("published", "401307")]
    [InlineData("published", "472018")]
    [InlineData("undetected single error", "151041")]
    [InlineData("undetected swap", "123471")]
    [InlineData("undetected swap", "213471")]
    public void Published_value_is_valid(string description, string text)
    {
        Published.ShouldBe<LocalGovernmentCode>(LocalGovernmentCode.TryParse, LocalGovernmentCode.TryParse, text, NumberStyle.Strict, NumberFault.None, description);
        Published.ShouldBe<LocalGovernmentCode>(LocalGovernmentCode.TryParse, LocalGovernmentCode.TryParse, text, NumberStyle.Lenient, NumberFault.None, description);
    }

    [Theory]
    [InlineData("sum 11 with digit 0", "011010")]
    [InlineData("sum 11 with digit 0, a prefecture", "110000")]
    [InlineData("digit one higher", "130002")]
    public void Published_wrong_value_has_a_wrong_check_digit(string description, string text) =>
        Published.ShouldBe<LocalGovernmentCode>(LocalGovernmentCode.TryParse, LocalGovernmentCode.TryParse, text, NumberStyle.Strict, NumberFault.WrongCheckDigit, description);

    [Theory]
    [InlineData("five digits", "13000", NumberStyle.Strict, NumberFault.TooShort)]
    [InlineData("seven digits", "1300010", NumberStyle.Strict, NumberFault.TooLong)]
    [InlineData("a letter", "13000l", NumberStyle.Strict, NumberFault.ForbiddenCharacter)]
    [InlineData("empty", "", NumberStyle.Strict, NumberFault.Empty)]
    public void Text_has_its_own_reason(string description, string text, NumberStyle style, NumberFault expected) =>
        Published.ShouldBe<LocalGovernmentCode>(LocalGovernmentCode.TryParse, LocalGovernmentCode.TryParse, text, style, expected, description);

    [Theory]
    [InlineData("Tokyo, confirmed", "130001", "8000020130001")]
    [InlineData("Yokohama, confirmed", "141003", "3000020141003")]
    [InlineData("Hokkaido, derived", "010006", "7000020010006")]
    [InlineData("Sapporo, derived", "011002", "9000020011002")]
    [InlineData("Osaka, derived", "271004", "6000020271004")]
    [InlineData("Nagoya, derived", "231002", "3000020231002")]
    [InlineData("Fukuoka, derived", "401307", "3000020401307")]
    public void Corporate_number_follows_the_observed_rule(string description, string code, string expected) =>
        LocalGovernmentCode.Parse(code).DeriveObservedCorporateNumber().ToString().ShouldBe(expected, description);

    [Fact]
    public void Every_prefecture_has_its_code()
    {
        for (int i = 0; i < _prefectures.Length; i++)
        {
            LocalGovernmentCode code = LocalGovernmentCode.FromFiveDigits((i + 1) * 1000);
            code.ToString().ShouldBe(_prefectures[i]);
            LocalGovernmentCode.Parse(_prefectures[i]).ShouldBe(code);
            code.IsPrefecture.ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("negative", -1)]
    [InlineData("six digits", 100_000)]
    [InlineData("ten times it passes 32 bits", 214_748_365)]
    [InlineData("ten times it passes 32 bits below", -214_748_365)]
    [InlineData("greatest", int.MaxValue)]
    [InlineData("lowest", int.MinValue)]
    public void Five_digit_form_of_another_length_is_refused(string description, int fiveDigits) =>
        Should.Throw<ArgumentOutOfRangeException>(() => LocalGovernmentCode.FromFiveDigits(fiveDigits), description).ParamName.ShouldBe("fiveDigits");

    [Fact]
    public void Parts_come_apart()
    {
        LocalGovernmentCode code = LocalGovernmentCode.FromFiveDigits(14_100);
        code.ToString().ShouldBe("141003");
        code.Prefecture.ShouldBe(14);
        code.WithoutCheckDigit.ShouldBe(14_100);
        code.IsPrefecture.ShouldBeFalse();
        LocalGovernmentCode.Parse("130001").IsPrefecture.ShouldBeTrue();
    }

    [Fact]
    public void Empty_code_derives_nothing() => Should.Throw<InvalidOperationException>(() => default(LocalGovernmentCode).DeriveObservedCorporateNumber());
}
