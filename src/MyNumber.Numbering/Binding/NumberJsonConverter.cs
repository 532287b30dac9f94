using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyNumber.Numbering.Binding;

/// <summary>Reads and writes a number as a JSON string, as a value and, unless it is guarded, as a dictionary key.</summary>
/// <remarks><para>Reading is strict. The empty value and JSON <c>null</c> stand for each other. Guarded numbers are written as their mask, which no reader accepts
/// again; see the converters whose names begin with Revealing. No message holds the text. Stateless and thread safe.</para>
/// <para>Guarded numbers are refused as dictionary keys: the serializer puts keys into <see cref="JsonException.Path"/> and so into messages and logs, and all
/// masked keys of an object would have one name.</para></remarks>
/// <typeparam name="T">The number.</typeparam>
public class NumberJsonConverter<T> : JsonConverter<T>
    where T : struct, IEquatable<T>, IUtf8SpanParsable<T>, IUtf8SpanFormattable
{
    /// <summary>The longest JSON text in bytes that is looked at, and the longest that is written; the longest number with escapes needs less.</summary>
    private const int Ceiling = 256;

    /// <summary>A path that is set is left alone by the serializer, which would end it with the key.</summary>
    private const string NoPath = "";

    /// <inheritdoc/>
    public override bool HandleNull => true;

    private protected virtual bool TakesKeys => !typeof(IGuardedNumber).IsAssignableFrom(typeof(T));

    /// <inheritdoc/>
    /// <exception cref="JsonException">The token is no string that holds a number; the text is not in the message.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => default,
        JsonTokenType.String => ReadText(ref reader, null),
        _ => throw Refuse(null),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value.Equals(default))
        {
            writer.WriteNullValue();
            return;
        }

        Span<byte> utf8 = stackalloc byte[Ceiling];
        writer.WriteStringValue(utf8[..WriteText(value, utf8)]);
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The key is no number, or the number is guarded and this is no revealing converter; the text is neither in the message nor in the path.</exception>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TakesKeys ? ReadText(ref reader, NoPath) : throw RefuseKeys();

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is empty, or the number is guarded and this is no revealing converter.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (!TakesKeys)
        {
            throw RefuseKeys();
        }

        if (value.Equals(default))
        {
            throw new JsonException("An empty number is no JSON key.");
        }

        Span<byte> utf8 = stackalloc byte[Ceiling];
        writer.WritePropertyName(utf8[..WriteText(value, utf8)]);
    }

    /// <summary>Writes the text that stands in the JSON string.</summary>
    /// <param name="value">The number, not empty.</param>
    /// <param name="utf8Destination">Room for 256 bytes.</param>
    /// <returns>How many bytes were written.</returns>
    protected virtual int WriteText(T value, Span<byte> utf8Destination) =>
        value.TryFormat(utf8Destination, out int written, default, null) ? written : throw new JsonException("The number does not fit.");

    private static T ReadText(ref Utf8JsonReader reader, string? path)
    {
        long length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > Ceiling)
        {
            throw Refuse(path);
        }

        Span<byte> utf8 = stackalloc byte[Ceiling];
        return T.TryParse(utf8[..CopyText(ref reader, utf8, path)], null, out T value) ? value : throw Refuse(path);
    }

    private static int CopyText(ref Utf8JsonReader reader, scoped Span<byte> utf8, string? path)
    {
        try
        {
            return reader.CopyString(utf8);
        }
        catch (InvalidOperationException)
        {
            throw Refuse(path);
        }
    }

    private static JsonException RefuseKeys() => new($"A guarded {typeof(T).Name} is no JSON key without a revealing converter.", NoPath, null, null);

    private static JsonException Refuse(string? path) => new($"The JSON text is no {typeof(T).Name}.", path, null, null);
}
