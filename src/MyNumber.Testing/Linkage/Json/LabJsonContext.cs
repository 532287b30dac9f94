using System.Text.Json.Serialization;

namespace MyNumber.Testing.Linkage.Json;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(NetworkDocument))]
[JsonSerializable(typeof(CardDocument[]))]
[JsonSerializable(typeof(CoreKeysDocument))]
[JsonSerializable(typeof(BodyKeysDocument))]
internal sealed partial class LabJsonContext : JsonSerializerContext;
