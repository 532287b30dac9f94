namespace MyNumber.Testing.Linkage.Json;

internal sealed record PeriodDocument(DateTimeOffset From, DateTimeOffset? Until);
