using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using MyNumber.Numbering.People;

namespace BankOnboarding;

/// <summary>口座開設申込書: what the customer typed, or a clerk for the customer (代行入力), as the UTF-8 JSON that is signed.</summary>
internal sealed record ApplicationForm(string Branch, string Product, string Name, string Address, string BirthDate, string Sex, string? EnteredBy = null)
{
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, FormJson.Readable.ApplicationForm);

    public static ApplicationForm? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, FormJson.Default.ApplicationForm);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public FourAttributes? ToAttributes() =>
        MyNumber.Numbering.People.BirthDate.TryParseCard(System.Text.Encoding.ASCII.GetBytes(BirthDate), out BirthDate birthDate) && int.TryParse(Sex, out int sex)
            ? new FourAttributes(Name, Address, birthDate, (Sex)sex)
            : null;
}

[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ApplicationForm))]
internal sealed partial class FormJson : JsonSerializerContext
{
    /// <summary>Japanese stays readable in what is signed.</summary>
    public static FormJson Readable { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
