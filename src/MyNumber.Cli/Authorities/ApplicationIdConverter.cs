using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Cli.Authorities;

/// <summary>An application ID (申請書ID) as its digits; <see langword="null"/> for an empty one.</summary>
internal sealed class ApplicationIdConverter : JsonConverter<ApplicationId>
{
    public override bool HandleNull => true;

    public override ApplicationId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.Null
        ? default
        : ApplicationId.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out ApplicationId id) ? id : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, ApplicationId value, JsonSerializerOptions options)
    {
        if (value.IsEmpty)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteStringValue(value.ToString());
        }
    }
}
