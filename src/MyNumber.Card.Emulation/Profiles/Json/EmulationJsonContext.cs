using System.Text.Json.Serialization;

namespace MyNumber.Card.Emulation.Profiles.Json;

/// <summary>Source-generated serialisation; a member that the documents do not know is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PersonDocument))]
[JsonSerializable(typeof(ProfileDocument))]
[JsonSerializable(typeof(SavedCardDocument))]
[JsonSerializable(typeof(ApplicationDocument))]
internal sealed partial class EmulationJsonContext : JsonSerializerContext;
