using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Tests.Applications.InputSupport;

public sealed class InputSupportApplicationTests
{
    private static readonly Dictionary<string, string> DamagedAttributes = new()
    {
        ["empty file"] = "",
        ["another object"] = "FF10 00",
        ["no attributes inside"] = "FF20 00",
        ["outer length over the end"] = $"FF20 7F {Name}",
        ["name missing"] = $"FF20 3F {Address} {BirthDate} {Sex}",
        ["address missing"] = $"FF20 21 {Name} {BirthDate} {Sex}",
        ["sex missing"] = $"FF20 4D {Name} {Address} {BirthDate}",
        ["inner length over the end"] = "FF20 07 DF22 7F 31323334",
        ["name that is no UTF-8"] = "FF20 05 DF22 02 C328",
        ["name with half a surrogate"] = "FF20 06 DF22 03 EDA080",
        ["birth date with a letter"] = $"FF20 51 {Name} {Address} DF24 08 3139393030343041 {Sex}",
        ["birth date in month 13"] = $"FF20 51 {Name} {Address} DF24 08 3139393031333031 {Sex}",
        ["birth date of seven digits"] = $"FF20 50 {Name} {Address} DF24 07 31393930303430 {Sex}",
        ["sex of two digits"] = $"FF20 52 {Name} {Address} {BirthDate} DF25 02 3032",
        ["sex that is no digit"] = $"FF20 51 {Name} {Address} {BirthDate} DF25 01 46",
        ["sex empty"] = $"FF20 50 {Name} {Address} {BirthDate} DF25 00",
    };

    private static readonly Dictionary<string, string> DamagedNumbers = new()
    {
        ["empty file"] = "",
        ["filler only"] = "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
        ["another object"] = "FF20 0C 313233343536373839303138",
        ["truncated digits"] = "FF10 0C 31323334",
        ["eleven digits"] = "FF10 0B 3132333435363738393031",
        ["wrong check digit"] = "FF10 0C 313233343536373839303139",
        ["a letter"] = "FF10 0C 313233343536373839303141",
        ["hostile length"] = "FF10 83FFFFFF 31",
        ["length of four bytes"] = "FF10 84FFFFFFFF 31",
    };

    private const string Select = "00A4040C0AD3921000310001010408 -> 9000";
    private const string Number = "FF10 0C 313233343536373839303138 FFFF";
    private const string Name = "DF22 0F E8A68BE69CACE38080E88AB1E5AD90";
    private const string Address = "DF23 2D E69DB1E4BAACE983BDE58D83E4BBA3E794B0E58CBAE99C9EE3818CE996A2EFBC92EFBC8DEFBC91EFBC8DEFBC92";
    private const string BirthDate = "DF24 08 3139393030343031";
    private const string Sex = "DF25 01 32";

    [Fact]
    public async Task Number_and_attributes_are_read_as_in_transcript_D()
    {
        ScriptedChannel card = new(
            Select,
            "00A4020C020011 -> 9000",
            "00200080 -> 63C3",
            "002000800431323334 -> 9000",
            "00A4020C020001 -> 9000",
            $"00B0000011 -> {Number} 9000",
            "00A4020C020002 -> 9000",
            "00B0000007 -> FF205C DF210800 9000",
            $"00B0000758 -> 0E00200050005B {Name} {Address} {BirthDate} {Sex} 9000");
        InputSupportApplication application = await InputSupportApplication.SelectAsync(CardSession.Over(card));
        using CardPin pin = CardPin.Copy("1234");
        (await application.VerifyPinAsync(pin)).IsVerified.ShouldBeTrue();
        (await application.ReadIndividualNumberAsync()).Reveal().ShouldBe("123456789018");
        FourAttributes person = await application.ReadFourAttributesAsync();
        (person.Name, person.Address, person.Sex).ShouldBe(("見本　花子", "東京都千代田区霞が関２－１－２", MyNumber.Numbering.People.Sex.Female));
        person.BirthDate.ToCertificateForm().ShouldBe("419900401");
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public void Long_form_lengths_are_read()
    {
        string address = "東京都千代田区霞が関二丁目１番２号　見本総合マンション千代田霞が関タワー棟　１２０３号室";
        byte[] text = System.Text.Encoding.UTF8.GetBytes(address);
        text.Length.ShouldBe(132);
        byte[] file = ScriptedChannel.Hex($"FF208200B5 DF2108001000220 0AB00B6 {Name} DF23820084 {Convert.ToHexString(text)} {BirthDate} {Sex}");
        file.Length.ShouldBe(186);
        InputSupportFiles.ReadAttributes(file).Address.ShouldBe(address);
    }

    [Theory]
    [InlineData("number", true)]
    [InlineData("attributes", false)]
    public async Task Files_without_the_pin_keep_the_status_word(string description, bool number)
    {
        ScriptedChannel card = new(
            Select,
            $"00A4020C02000{(number ? 1 : 2)} -> 9000",
            $"00B00000{(number ? "11" : "07")} -> 6982");
        InputSupportApplication application = await InputSupportApplication.SelectAsync(CardSession.Over(card));
        CardStatusException thrown = number
            ? await Should.ThrowAsync<CardStatusException>(async () => await application.ReadIndividualNumberAsync(), description)
            : await Should.ThrowAsync<CardStatusException>(async () => await application.ReadFourAttributesAsync(), description);
        thrown.Status.Value.ShouldBe((ushort)0x6982);
    }

    [Theory]
    [InlineData("empty file")]
    [InlineData("filler only")]
    [InlineData("another object")]
    [InlineData("truncated digits")]
    [InlineData("eleven digits")]
    [InlineData("wrong check digit")]
    [InlineData("a letter")]
    [InlineData("hostile length")]
    [InlineData("length of four bytes")]
    public void Damaged_number_file_is_bad_data(string description)
    {
        CardDataException thrown = Should.Throw<CardDataException>(() => InputSupportFiles.ReadNumber(ScriptedChannel.Hex(DamagedNumbers[description])), description);
        thrown.Message.ShouldNotContain("12345");
        thrown.InnerException.ShouldBeNull();
    }

    [Theory]
    [InlineData("empty file", "FF20")]
    [InlineData("another object", "FF20")]
    [InlineData("no attributes inside", "name DF22")]
    [InlineData("outer length over the end", "FF20")]
    [InlineData("name missing", "name DF22")]
    [InlineData("address missing", "address DF23")]
    [InlineData("sex missing", "sex DF25")]
    [InlineData("inner length over the end", "name DF22")]
    [InlineData("name that is no UTF-8", "not UTF-8")]
    [InlineData("name with half a surrogate", "not UTF-8")]
    [InlineData("birth date with a letter", "not YYYYMMDD")]
    [InlineData("birth date in month 13", "not YYYYMMDD")]
    [InlineData("birth date of seven digits", "not YYYYMMDD")]
    [InlineData("sex of two digits", "not one digit")]
    [InlineData("sex that is no digit", "not one digit")]
    [InlineData("sex empty", "not one digit")]
    public void Damaged_attribute_file_is_bad_data(string description, string rule)
    {
        CardDataException thrown = Should.Throw<CardDataException>(() => InputSupportFiles.ReadAttributes(ScriptedChannel.Hex(DamagedAttributes[description])), description);
        thrown.Message.ShouldContain(rule, Case.Sensitive, description);
        thrown.Message.ShouldNotContain("見本");
    }

    [Theory]
    [InlineData("unknown", "30", MyNumber.Numbering.People.Sex.Unknown)]
    [InlineData("male", "31", MyNumber.Numbering.People.Sex.Male)]
    [InlineData("three, on which sources differ", "33", MyNumber.Numbering.People.Sex.Unknown)]
    [InlineData("not applicable", "39", MyNumber.Numbering.People.Sex.NotApplicable)]
    public void Sex_codes_are_read(string description, string code, Sex expected) =>
        InputSupportFiles.ReadAttributes(ScriptedChannel.Hex($"FF20 51 {Name} {Address} {BirthDate} DF25 01 {code}")).Sex.ShouldBe(expected, description);

    [Fact]
    public void Offsets_that_lie_are_not_followed() =>
        InputSupportFiles.ReadAttributes(ScriptedChannel.Hex($"FF20 5C DF2108FFFFFFFFFFFFFFFF {Name} {Address} {BirthDate} {Sex}")).Name.ShouldBe("見本　花子");

    [Fact]
    public void Unknown_tags_are_passed_over() =>
        InputSupportFiles.ReadAttributes(ScriptedChannel.Hex($"FF20 55 DF7F 01 00 {Sex} {BirthDate} {Address} {Name}")).Name.ShouldBe("見本　花子");

    [Fact]
    public async Task Card_removed_in_the_middle_of_the_attributes_is_told_as_that()
    {
        ScriptedChannel card = new(Select, "00A4020C020002 -> 9000", "00B0000007 -> FF205CDF210800 9000", "00B0000758 -> removed");
        InputSupportApplication application = await InputSupportApplication.SelectAsync(CardSession.Over(card));
        await Should.ThrowAsync<CardRemovedException>(async () => await application.ReadFourAttributesAsync());
    }
}
