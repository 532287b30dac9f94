using System.Text.Json;
using System.Text.Json.Serialization;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Evidence;

/// <summary>Generated serialisation of evidence: no reflection, strict reading, names instead of enum numbers.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    MaxDepth = 8,
    Converters =
    [
        typeof(NamedEnumConverter<VerificationOutcome>),
        typeof(NamedEnumConverter<VerificationReason>),
        typeof(NamedEnumConverter<JpkiEnvironment>),
        typeof(NamedEnumConverter<RevocationMethod>),
        typeof(NamedEnumConverter<RevocationState>),
        typeof(NamedEnumConverter<RevocationReason>),
        typeof(NamedEnumConverter<StatusOrigin>),
    ])]
[JsonSerializable(typeof(VerificationEvidence))]
internal sealed partial class EvidenceJsonContext : JsonSerializerContext;
