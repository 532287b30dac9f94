using System.Text;
using System.Text.Json.Nodes;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Profiles.Json;

namespace MyNumber.Card.Emulation.Tests.Profiles;

public sealed class CardProfileTests
{
    [Fact]
    public void The_embedded_profiles_have_their_names()
    {
        CardProfile.IndividualNumberCard.Name.ShouldBe("individual-number-card");
        CardProfile.WithoutSignatureCertificate.Name.ShouldBe("card-without-signature-certificate");
        CardProfile.IndividualNumberCard.TokenLabel.ShouldBe("JPKIAPICCTOKEN2");
    }

    [Theory]
    [InlineData("odd hexadecimal", "aid", "D392F")]
    [InlineData("AID of four bytes", "aid", "D392F000")]
    [InlineData("AID of seventeen bytes", "aid", "D392F00026010000000100000000000000")]
    public void A_wrong_application_is_refused(string description, string member, string value)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<FormatException>(() => Read(root => root["applications"]![1]![member] = value));
    }

    [Theory]
    [InlineData("unknown kind", 0, "kind", "cyclic")]
    [InlineData("identifier of two digits", 0, "id", "01")]
    [InlineData("identifier twice", 0, "id", "0002")]
    [InlineData("identifier with a sign", 0, "id", "+001")]
    [InlineData("transparent file without content", 0, "content", null)]
    [InlineData("PIN file without secret", 7, "secret", null)]
    [InlineData("key file with an unknown key", 6, "key", "root")]
    public void A_wrong_file_is_refused(string description, int file, string member, string? value)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<FormatException>(() => Read(root => root["applications"]![1]!["files"]![file]![member] = value));
    }

    [Theory]
    [InlineData("size of zero", 2, "size", 0)]
    [InlineData("size beyond READ BINARY", 2, "size", 0x8001)]
    [InlineData("no tries", 7, "tries", 0)]
    [InlineData("sixteen tries", 7, "tries", 16)]
    public void A_number_outside_its_range_is_refused(string description, int file, string member, int value)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<FormatException>(() => Read(root => root["applications"]![1]!["files"]![file]![member] = value));
    }

    [Theory]
    [InlineData("a PIN file that does not exist", "0099")]
    [InlineData("a file that is no PIN file", "0002")]
    [InlineData("a word that is not always", "free")]
    public void A_rule_must_name_pin_files(string description, string rule)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<FormatException>(() => Read(root => root["applications"]![1]!["files"]![0]!["read"] = new JsonArray(rule)));
    }

    [Fact]
    public void Always_beside_a_pin_is_refused() =>
        Should.Throw<FormatException>(() => Read(root => root["applications"]![1]!["files"]![0]!["read"] = new JsonArray("always", "001B")));

    [Theory]
    [InlineData("the only application", "{\"name\":\"n\",\"answerToReset\":\"3B00\",\"tokenLabel\":\"t\",\"applications\":[null]}")]
    [InlineData("the only file", "{\"name\":\"n\",\"answerToReset\":\"3B00\",\"tokenLabel\":\"t\",\"applications\":[{\"name\":\"a\",\"aid\":\"A000000151\",\"files\":[null]}]}")]
    [InlineData("all applications", "{\"name\":\"n\",\"answerToReset\":\"3B00\",\"tokenLabel\":\"t\",\"applications\":null}")]
    public void Null_in_the_place_of(string description, string json)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<FormatException>(() => CardProfile.FromJson(Encoding.UTF8.GetBytes(json)));
    }

    [Theory]
    [InlineData("a further application", "applications")]
    [InlineData("a further file", "files")]
    [InlineData("a name in a rule", "read")]
    public void Null_beside_what_is_right(string description, string array)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<FormatException>(() => Read(root =>
        {
            JsonNode application = root["applications"]![1]!;
            JsonNode place = array switch { "applications" => root, "files" => application, _ => application["files"]![0]! };
            place[array]!.AsArray().Add(null);
        }));
    }

    [Fact]
    public void A_profile_without_applications_is_refused() =>
        Should.Throw<FormatException>(() => Read(root => root["applications"] = new JsonArray()));

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("null", "null")]
    [InlineData("an array", "[]")]
    public void What_is_no_profile_document_is_refused(string description, string json)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<FormatException>(() => CardProfile.FromJson(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void An_unknown_content_stops_the_personalisation()
    {
        CardProfile profile = Read(root => root["applications"]![1]!["files"]![2]!["content"] = "photograph");
        Should.Throw<InvalidOperationException>(() => new Terminal(profile: profile)).Message.ShouldContain("jpki/0006");
    }

    private static CardProfile Read(Action<JsonNode> change)
    {
        JsonNode root = JsonNode.Parse(EmbeddedFile.Read("individual-number-card.json"))!;
        change(root);
        return CardProfile.FromJson(Encoding.UTF8.GetBytes(root.ToJsonString()));
    }
}
