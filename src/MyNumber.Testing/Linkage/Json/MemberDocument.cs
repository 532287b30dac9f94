namespace MyNumber.Testing.Linkage.Json;

internal sealed record MemberDocument(int Agency, PeriodDocument Period);
