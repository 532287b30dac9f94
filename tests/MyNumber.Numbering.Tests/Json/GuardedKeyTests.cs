using System.Text;
using System.Text.Json;
using MyNumber.Numbering.Binding;
using MyNumber.Numbering.Json;

namespace MyNumber.Numbering.Tests.Json;

/// <summary>The serializer puts dictionary keys into the path of its exceptions, and masked keys are all the same: guarded numbers are no keys.</summary>
public sealed class GuardedKeyTests
{
    [Theory]
    [InlineData("a value of another type", """{"KEY":"x"}""")]
    [InlineData("a wrong second key", """{"KEY":1,"123456789012":2}""")]
    [InlineData("cut behind the key", """{"KEY":""")]
    [InlineData("cut inside the value", """{"KEY":[1""")]
    [InlineData("a good pair", """{"KEY":1}""")]
    public async Task Keys_are_refused_and_stay_out_of_the_exception(string description, string json)
    {
        await Refuses<IndividualNumber>(description, json, "060122228102");
        await Refuses<ResidentRecordCode>(description, json, "24727059608");
        await Refuses<BasicPensionNumber>(description, json, "0103000042");
    }

    [Fact]
    public void Masked_keys_are_not_written()
    {
        Dictionary<IndividualNumber, int> two = new() { [IndividualNumber.Parse("060122228102")] = 1, [IndividualNumber.Parse("621498320257")] = 2 };
        ShouldHideDigits(Should.Throw<JsonException>(() => JsonSerializer.Serialize(two)));
        Should.Throw<JsonException>(() => JsonSerializer.Serialize(new Dictionary<ResidentRecordCode, int> { [ResidentRecordCode.Parse("24727059608")] = 1 }));
        Should.Throw<JsonException>(() => JsonSerializer.Serialize(new Dictionary<BasicPensionNumber, int> { [BasicPensionNumber.Parse("0103000042")] = 1 }));
        JsonSerializer.Serialize(new Dictionary<IndividualNumber, int>()).ShouldBe("{}");
    }

    [Fact]
    public void Masking_converter_that_is_added_by_hand_refuses_keys_too()
    {
        JsonSerializerOptions options = new() { Converters = { new NumberJsonConverter<IndividualNumber>() } };
        ShouldHideDigits(Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Dictionary<IndividualNumber, int>>("""{"060122228102":1}""", options)));
        Should.Throw<JsonException>(() => JsonSerializer.Serialize(new Dictionary<IndividualNumber, int> { [IndividualNumber.Parse("060122228102")] = 1 }, options));
    }

    [Fact]
    public void Revealing_converters_take_keys()
    {
        JsonSerializerOptions options = new() { Converters = { new RevealingIndividualNumberConverter(), new RevealingResidentRecordCodeConverter(), new RevealingBasicPensionNumberConverter() } };
        Returns<IndividualNumber>("""{"060122228102":1,"621498320257":2}""", options);
        Returns<ResidentRecordCode>("""{"24727059608":1,"25208017643":2}""", options);
        Returns<BasicPensionNumber>("""{"0103000042":1,"9600000001":2}""", options);
        Should.Throw<JsonException>(() => JsonSerializer.Serialize(new Dictionary<IndividualNumber, int> { [default] = 1 }, options));
    }

    [Fact]
    public void Refused_key_of_any_kind_is_not_in_the_path()
    {
        JsonSerializerOptions options = new() { Converters = { new RevealingIndividualNumberConverter() } };
        ShouldHideDigits(Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Dictionary<IndividualNumber, int>>("""{"060122228103":1}""", options)));
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Dictionary<CorporateNumber, int>>("""{"8700110005902":1}""")).Path.ShouldBe(string.Empty);
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Dictionary<string, CorporateNumber>>("""{"a":"8700110005902"}""")).Path.ShouldBe("$.a");
    }

    private static void Returns<T>(string json, JsonSerializerOptions options)
        where T : struct =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize<Dictionary<T, int>>(json, options), options).ShouldBe(json);

    private static async Task Refuses<T>(string description, string json, string key)
        where T : struct
    {
        string text = json.Replace("KEY", key, StringComparison.Ordinal);
        ShouldHideDigits(Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Dictionary<T, int>>(text), description));
        ShouldHideDigits(Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Dictionary<string, Dictionary<T, int>>>($$"""{"a":{{text}}}"""), description));
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        JsonSerializerOptions small = new() { DefaultBufferSize = 1 };
        ShouldHideDigits(await Should.ThrowAsync<JsonException>(async () => await JsonSerializer.DeserializeAsync<Dictionary<T, int>>(stream, small), description));
    }

    private static void ShouldHideDigits(JsonException thrown)
    {
        string all = thrown + thrown.Path;
        foreach (string digits in new[] { "0122228", "2149832", "2470596", "7059608", "0300004" })
        {
            all.ShouldNotContain(digits);
        }
    }
}
