using MyNumber.Linkage.Agencies;

namespace MyNumber.Testing.Linkage.Json;

internal sealed record AgencyDocument(int Id, string Name, AgencyKind Kind, string LegalBasis, PeriodDocument Period, int Parent);
