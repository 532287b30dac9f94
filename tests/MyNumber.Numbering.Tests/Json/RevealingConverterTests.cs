using System.Text.Json;
using System.Text.Json.Serialization;
using MyNumber.Numbering.Json;

namespace MyNumber.Numbering.Tests.Json;

public sealed partial class RevealingConverterTests
{
    private readonly JsonSerializerOptions _revealing = new() { Converters = { new RevealingIndividualNumberConverter(), new RevealingResidentRecordCodeConverter(), new RevealingBasicPensionNumberConverter() } };

    [Fact]
    public void Revealing_options_write_digits_as_value_and_key_and_read_them_back()
    {
        IndividualNumber number = IndividualNumber.Parse("060122228102");
        JsonSerializer.Serialize(number, _revealing).ShouldBe("\"060122228102\"");
        JsonSerializer.Serialize(new Dictionary<IndividualNumber, int> { [number] = 1 }, _revealing).ShouldBe("""{"060122228102":1}""");
        JsonSerializer.Deserialize<IndividualNumber>("\"060122228102\"", _revealing).ShouldBe(number);
        JsonSerializer.Serialize(ResidentRecordCode.Parse("00000000019"), _revealing).ShouldBe("\"00000000019\"");
        JsonSerializer.Serialize(BasicPensionNumber.Parse("0103000042"), _revealing).ShouldBe("\"0103000042\"");
    }

    [Fact]
    public void Source_generated_context_masks_and_with_the_converter_reveals()
    {
        Household household = new(IndividualNumber.Parse("060122228102"), CorporateNumber.Parse("8700110005901"));
        JsonSerializer.Serialize(household, new Context(new JsonSerializerOptions()).Household).ShouldNotContain("0122228");
        JsonSerializer.Serialize(household, new Context(new JsonSerializerOptions(_revealing)).Household)
            .ShouldBe("""{"Head":"060122228102","Employer":"8700110005901"}""");
    }

    internal sealed record Household(IndividualNumber Head, CorporateNumber Employer);

    [JsonSerializable(typeof(Household))]
    private sealed partial class Context : JsonSerializerContext;
}
