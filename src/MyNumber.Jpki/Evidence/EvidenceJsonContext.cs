using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyNumber.Jpki.Evidence;

/// <summary>Generated serialisation of evidence: no reflection, strict reading, names instead of enum numbers.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    MaxDepth = 8)]
[JsonSerializable(typeof(VerificationEvidence))]
internal sealed partial class EvidenceJsonContext : JsonSerializerContext;
