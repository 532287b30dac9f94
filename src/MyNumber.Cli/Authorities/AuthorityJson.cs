using System.Text.Json.Serialization;
using MyNumber.Jpki.Authority.Status;

namespace MyNumber.Cli.Authorities;

/// <summary>What an authority's folder holds as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, Converters = [typeof(IdentityConverter), typeof(ApplicationIdConverter)])]
[JsonSerializable(typeof(RegisterEntry))]
[JsonSerializable(typeof(AuthoritySettings))]
internal sealed partial class AuthorityJson : JsonSerializerContext;
