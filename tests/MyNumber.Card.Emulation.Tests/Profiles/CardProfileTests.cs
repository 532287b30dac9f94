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

    private static readonly Dictionary<string, Action<JsonNode>> WrongApplications = new()
    {
        ["an embedded one that does not exist"] = root => root["applications"]![2]!["embedded"] = "licence",
        ["an embedded one by the name of a card"] = root => root["applications"]![2]!["embedded"] = "individual-number-card",
        ["an embedded one with a name"] = root => root["applications"]![2]!["name"] = "n",
        ["an embedded one with files"] = root => root["applications"]![2]!["files"] = new JsonArray(),
        ["neither embedded nor named"] = root => root["applications"]!.AsArray().Add(new JsonObject()),
        ["no files"] = root => root["applications"]!.AsArray().Add(new JsonObject { ["name"] = "n", ["aid"] = "A000000151" }),
        ["the same one twice"] = root => root["applications"]!.AsArray().Add(new JsonObject { ["embedded"] = "surface" }),
        ["session key opened and refused"] = root => root["applications"]![1]!["sessionKey"] = JsonNode.Parse("{\"open\":[\"0018\"],\"refusal\":\"6982\"}"),
        ["session key neither opened nor refused"] = root => root["applications"]![1]!["sessionKey"] = new JsonObject(),
        ["session key refused with a word"] = root => root["applications"]![1]!["sessionKey"] = JsonNode.Parse("{\"refusal\":\"no\"}"),
        ["session key opened by a file that is no PIN"] = root => root["applications"]![1]!["sessionKey"] = JsonNode.Parse("{\"open\":[\"0002\"]}"),
        ["data object with a tag of one byte"] = root => root["applications"]![1]!["data"] = JsonNode.Parse("[{\"tag\":\"42\",\"content\":\"expiry\"}]"),
        ["data object that is null"] = root => root["applications"]![1]!["data"] = JsonNode.Parse("[null]"),
        ["data object with odd bytes"] = root => root["applications"]![1]!["data"] = JsonNode.Parse("[{\"tag\":\"0042\",\"content\":\"fixed\",\"hex\":\"0\"}]"),
        ["two default keys"] = root =>
        {
            root["applications"]![1]!["files"]![6]!["default"] = true;
            root["applications"]![1]!["files"]![8]!["default"] = true;
        },
        ["a secret that is unset and null"] = root => root["unsetSecrets"] = JsonNode.Parse("[null]"),
    };

    [Theory]
    [InlineData("an embedded one that does not exist")]
    [InlineData("an embedded one by the name of a card")]
    [InlineData("an embedded one with a name")]
    [InlineData("an embedded one with files")]
    [InlineData("neither embedded nor named")]
    [InlineData("no files")]
    [InlineData("the same one twice")]
    [InlineData("session key opened and refused")]
    [InlineData("session key neither opened nor refused")]
    [InlineData("session key refused with a word")]
    [InlineData("session key opened by a file that is no PIN")]
    [InlineData("data object with a tag of one byte")]
    [InlineData("data object that is null")]
    [InlineData("data object with odd bytes")]
    [InlineData("two default keys")]
    [InlineData("a secret that is unset and null")]
    public void An_application_is_refused(string description) => Should.Throw<FormatException>(() => Read(WrongApplications[description]));

    [Theory]
    [InlineData("a data object of unknown content", "[{\"tag\":\"0042\",\"content\":\"photograph\"}]", "jpki#0042")]
    [InlineData("the key of an application that is not there", "[{\"tag\":\"0042\",\"content\":\"signedPublicKey\"}]", "jpki#0042")]
    public void Content_that_cannot_be_made_stops_the_personalisation(string description, string data, string place)
    {
        description.ShouldNotBeEmpty();
        CardProfile profile = Read(root => root["applications"]![1]!["data"] = JsonNode.Parse(data));
        Should.Throw<InvalidOperationException>(() => new Terminal(profile: profile)).Message.ShouldContain(place);
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
