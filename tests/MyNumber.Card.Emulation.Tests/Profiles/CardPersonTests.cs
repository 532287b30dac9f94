using System.Text;
using System.Text.Json.Nodes;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Profiles.Json;

namespace MyNumber.Card.Emulation.Tests.Profiles;

public sealed class CardPersonTests
{
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
    [InlineData("wrong check digit", "individualNumber", "123456789019")]
    [InlineData("eleven digits", "individualNumber", "12345678901")]
    [InlineData("full-width digits", "individualNumber", "１２３４５６７８９０１８")]
    [InlineData("30 February", "birthDate", "19900230")]
    [InlineData("birth date with hyphens", "birthDate", "1990-04-01")]
    [InlineData("unknown sex code", "sex", "3")]
    [InlineData("sex in words", "sex", "female")]
    public void A_wrong_member_is_named_and_not_shown(string description, string member, string value)
    {
        description.ShouldNotBeEmpty();
        FormatException error = Should.Throw<FormatException>(() => Read(root => root[member] = value));
        error.Message.ShouldContain(member);
        error.Message.ShouldNotContain(value);
        error.InnerException.ShouldBeNull();
    }

    [Theory]
    [InlineData("signature PIN of 5", "signature", "ABC12")]
    [InlineData("signature PIN of 17", "signature", "ABC12345ABC123456")]
    [InlineData("signature PIN in small letters", "signature", "abc12345")]
    [InlineData("signature PIN without digit", "signature", "ABCDEFGH")]
    [InlineData("signature PIN without letter", "signature", "98765432")]
    [InlineData("signature PIN with a symbol", "signature", "ABC-12345")]
    [InlineData("authentication PIN of 3", "userAuthentication", "987")]
    [InlineData("authentication PIN of 5", "userAuthentication", "98765")]
    [InlineData("authentication PIN with a letter", "userAuthentication", "987A")]
    [InlineData("residence PIN in full width", "residence", "９８７６")]
    [InlineData("input-support PIN empty", "inputSupport", "")]
    public void A_pin_against_its_rule_is_named_and_not_shown(string description, string pin, string value)
    {
        description.ShouldNotBeEmpty();
        FormatException error = Should.Throw<FormatException>(() => Read(root => root["pins"]![pin] = value));
        error.Message.ShouldContain(pin);
        if (value.Length > 0)
        {
            error.Message.ShouldNotContain(value);
        }
    }

    [Theory]
    [InlineData("serial number of 14", "serialNumber", "40000000000000")]
    [InlineData("municipality code with check digit", "municipalityCode", "131016")]
    [InlineData("expiry that is no date", "expiry", "20340431")]
    [InlineData("security code with a letter", "securityCode", "12X4")]
    public void A_wrong_face_is_refused(string description, string member, string value)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<FormatException>(() => Read(root => root["face"]![member] = value)).Message.ShouldContain(member);
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
        JsonNode root = JsonNode.Parse(EmbeddedJson.Read("sample-person.json"))!;
        change(root);
        return CardPerson.FromJson(Encoding.UTF8.GetBytes(root.ToJsonString()));
    }
}
