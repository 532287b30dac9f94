using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyNumber.Jpki.Reports;

/// <summary>Generated serialisation of reports: no reflection, names instead of enum numbers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReportDocument))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
