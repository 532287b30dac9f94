using System.Text.Json.Serialization;

namespace MyNumber.Jpki.Evidence;

/// <summary>Enums by name only; a number is refused.</summary>
internal sealed class NamedEnumConverter<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum;
