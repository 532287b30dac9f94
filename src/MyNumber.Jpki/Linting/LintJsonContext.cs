using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyNumber.Jpki.Linting;

/// <summary>Generated serialisation of reports: no reflection, names instead of enum numbers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LintDocument))]
internal sealed partial class LintJsonContext : JsonSerializerContext;
