using System.Text;
using System.Text.Json.Nodes;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Profiles.Json;

namespace MyNumber.Card.Emulation.Tests.Profiles;

public sealed class PersonImagesTests
{
    [Fact]
    public void Images_of_the_document_go_onto_the_card()
    {
        using Terminal terminal = new Terminal(person: Read(Images)).After(Terminal.SelectSurface).Presenting("surface A");
        Convert.ToHexString(terminal.ReadFile(5).AsSpan(0, 9)).ShouldBe("FF40820217" + "DF410105");
    }

    [Fact]
    public void Without_images_the_person_has_blanks() => Read(null).Images.ShouldBeSameAs(CardImages.Blank);

    [Fact]
    public void The_mask_shows_nothing() => CardImages.Sample.ToString().ShouldBe("CardImages(***)");

    [Theory]
    [InlineData("one missing", "{\"name\":\"AQ==\"}")]
    [InlineData("one empty", "{\"name\":\"\",\"address\":\"Ag==\",\"photo\":\"Aw==\",\"securityCode\":\"BA==\",\"individualNumber\":\"BQ==\"}")]
    [InlineData("no Base64", "{\"name\":\"*\",\"address\":\"Ag==\",\"photo\":\"Aw==\",\"securityCode\":\"BA==\",\"individualNumber\":\"BQ==\"}")]
    [InlineData("one null", "{\"name\":null,\"address\":\"Ag==\",\"photo\":\"Aw==\",\"securityCode\":\"BA==\",\"individualNumber\":\"BQ==\"}")]
    [InlineData("one too many", "{\"name\":\"AQ==\",\"address\":\"Ag==\",\"photo\":\"Aw==\",\"securityCode\":\"BA==\",\"individualNumber\":\"BQ==\",\"seal\":\"BQ==\"}")]
    [InlineData("an array", "[]")]
    public void Wrong_images_are_refused(string description, string images)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<FormatException>(() => Read(images));
    }

    private const string Images = "{\"name\":\"AQ==\",\"address\":\"Ag==\",\"photo\":\"Aw==\",\"securityCode\":\"BA==\",\"individualNumber\":\"BQ==\"}";

    private static CardPerson Read(string? images)
    {
        JsonNode root = JsonNode.Parse(EmbeddedFile.Read("sample-person.json"))!;
        root["images"] = images is null ? null : JsonNode.Parse(images);
        return CardPerson.FromJson(Encoding.UTF8.GetBytes(root.ToJsonString()));
    }
}
