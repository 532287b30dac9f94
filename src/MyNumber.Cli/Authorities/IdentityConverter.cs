using System.Text.Json;
using System.Text.Json.Serialization;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Cli.Authorities;

/// <summary>An identity as three Base64 texts: issuer, key identifier, serial; <see langword="null"/> for an empty one.</summary>
internal sealed class IdentityConverter : JsonConverter<CertificateIdentity>
{
    private const int Parts = 3;

    public override bool HandleNull => true;

    public override CertificateIdentity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        byte[][] parts = new byte[Parts][];
        bool right = reader.TokenType == JsonTokenType.StartArray;
        for (int i = 0; i < Parts && right; i++)
        {
            right = reader.Read() && reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out parts[i]!);
        }

        return right && reader.Read() && reader.TokenType == JsonTokenType.EndArray ? new CertificateIdentity(parts[0], parts[1], parts[2]) : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, CertificateIdentity value, JsonSerializerOptions options)
    {
        if (value.IsEmpty)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        writer.WriteBase64StringValue(value.IssuerName.Span);
        writer.WriteBase64StringValue(value.IssuerKeyIdentifier.Span);
        writer.WriteBase64StringValue(value.SerialNumber.Span);
        writer.WriteEndArray();
    }
}
