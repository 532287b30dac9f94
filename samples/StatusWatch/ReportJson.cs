using System.Text.Json;
using System.Text.Json.Serialization;

namespace StatusWatch;

/// <summary>The report as JSON, names in camelCase and enums by name.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NightReport))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    public static string Write(NightReport report) => JsonSerializer.Serialize(report, Default.NightReport);
}
