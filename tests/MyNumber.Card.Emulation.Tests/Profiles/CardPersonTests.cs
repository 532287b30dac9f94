using System.Text;
using System.Text.Json.Nodes;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Profiles.Json;

namespace MyNumber.Card.Emulation.Tests.Profiles;

public sealed class CardPersonTests
{
    private static readonly Dictionary<string, string> WrongFaces = new()
    {
        ["serial number of 14"] = "40000000000000",
        ["municipality code with check digit"] = "131016",
        ["expiry that is no date"] = "20340431",
        ["security code with a letter"] = "12X4",
    };

    private static readonly Dictionary<string, string> WrongPins = new()
    {
        ["signature PIN of 5"] = "ABC12",
        ["signature PIN of 17"] = "ABC12345ABC123456",
        ["signature PIN in small letters"] = "abc12345",
        ["signature PIN without digit"] = "ABCDEFGH",
        ["signature PIN without letter"] = "98765432",
        ["signature PIN with a symbol"] = "ABC-12345",
        ["authentication PIN of 3"] = "987",
        ["authentication PIN of 5"] = "98765",
        ["authentication PIN with a letter"] = "987A",
        ["residence PIN in full width"] = "９８７６",
        ["input-support PIN empty"] = "",
    };

    private static readonly Dictionary<string, string> WrongMembers = new()
    {
        ["wrong check digit"] = "123456789019",
        ["eleven digits"] = "12345678901",
        ["full-width digits"] = "１２３４５６７８９０１８",
        ["30 February"] = "19900230",
        ["birth date with hyphens"] = "1990-04-01",
        ["unknown sex code"] = "3",
        ["sex in words"] = "female",
    };

    [Fact]
    public void The_sample_person_reads_back()
    {
        CardPerson person = CardPerson.Sample;
        person.Attributes.Name.ShouldBe("見本　花子");
        person.Attributes.Address.ShouldBe("東京都千代田区霞が関２－１－２");
        person.Attributes.BirthDate.ToCardForm().ShouldBe("19900401");
        person.Number.Reveal().ShouldBe("123456789018");
        person.Pins.Reveal(CardPinKind.Signature).ShouldBe("ABC12345");
        person.Pins.Reveal(CardPinKind.UserAuthentication).ShouldBe("1234");
        person.Pins.Reveal(CardPinKind.Residence).ShouldBe("2345");
        person.Pins.Reveal(CardPinKind.InputSupport).ShouldBe("3456");
        person.Face.Expiry.ShouldBe(new DateOnly(2034, 4, 1));
    }

    [Theory]
    [InlineData("wrong check digit", "individualNumber")]
    [InlineData("eleven digits", "individualNumber")]
    [InlineData("full-width digits", "individualNumber")]
    [InlineData("30 February", "birthDate")]
    [InlineData("birth date with hyphens", "birthDate")]
    [InlineData("unknown sex code", "sex")]
    [InlineData("sex in words", "sex")]
    public void A_wrong_member_is_named_and_not_shown(string description, string member)
    {
        description.ShouldNotBeEmpty();
        FormatException error = Should.Throw<FormatException>(() => Read(root => root[member] = WrongMembers[description]));
        error.Message.ShouldContain(member);
        error.Message.ShouldNotContain(WrongMembers[description]);
        error.InnerException.ShouldBeNull();
    }

    [Theory]
    [InlineData("signature PIN of 5", "signature")]
    [InlineData("signature PIN of 17", "signature")]
    [InlineData("signature PIN in small letters", "signature")]
    [InlineData("signature PIN without digit", "signature")]
    [InlineData("signature PIN without letter", "signature")]
    [InlineData("signature PIN with a symbol", "signature")]
    [InlineData("authentication PIN of 3", "userAuthentication")]
    [InlineData("authentication PIN of 5", "userAuthentication")]
    [InlineData("authentication PIN with a letter", "userAuthentication")]
    [InlineData("residence PIN in full width", "residence")]
    [InlineData("input-support PIN empty", "inputSupport")]
    public void A_pin_against_its_rule_is_named_and_not_shown(string description, string pin)
    {
        description.ShouldNotBeEmpty();
        FormatException error = Should.Throw<FormatException>(() => Read(root => root["pins"]![pin] = WrongPins[description]));
        error.Message.ShouldContain(pin);
        if (WrongPins[description].Length > 0)
        {
            error.Message.ShouldNotContain(WrongPins[description]);
        }
    }

    [Theory]
    [InlineData("serial number of 14", "serialNumber")]
    [InlineData("municipality code with check digit", "municipalityCode")]
    [InlineData("expiry that is no date", "expiry")]
    [InlineData("security code with a letter", "securityCode")]
    public void A_wrong_face_is_refused(string description, string member)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<FormatException>(() => Read(root => root["face"]![member] = WrongFaces[description])).Message.ShouldContain(member);
    }

    [Theory]
    [InlineData("missing member")]
    [InlineData("unknown member")]
    [InlineData("number where a text belongs")]
    [InlineData("null where a text belongs")]
    public void A_document_of_another_form_is_refused(string description)
    {
        Should.Throw<FormatException>(() => Read(root =>
        {
            switch (description)
            {
                case "missing member":
                    root.AsObject().Remove("name");
                    break;
                case "unknown member":
                    root["telephone"] = "none";
                    break;
                case "number where a text belongs":
                    root["sex"] = 2;
                    break;
                default:
                    root["address"] = null;
                    break;
            }
        }));
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("null", "null")]
    [InlineData("cut off", "{\"name\":")]
    [InlineData("an array", "[]")]
    public void What_is_no_person_document_is_refused(string description, string json)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<FormatException>(() => CardPerson.FromJson(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void Nothing_personal_is_in_any_text_form()
    {
        CardPerson.Sample.ToString().ShouldBe("CardPerson(***)");
        CardPerson.Sample.Pins.ToString().ShouldBe("CardPins(***)");
        CardPerson.Sample.Face.ToString().ShouldBe("CardFace(***)");
    }

    private static CardPerson Read(Action<JsonNode> change)
    {
        JsonNode root = JsonNode.Parse(EmbeddedFile.Read("sample-person.json"))!;
        change(root);
        return CardPerson.FromJson(Encoding.UTF8.GetBytes(root.ToJsonString()));
    }
}
