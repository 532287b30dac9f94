using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Tests.Exchange;

/// <summary>One body: its space, its two sides, its log, and its lines.</summary>
internal sealed class Body(ServerParts parts, InMemoryRecordStore records, FlakyCoreLine coreLine)
{
    public ServerParts Parts { get; } = parts;

    public InMemoryRecordStore Records { get; } = records;

    public FlakyCoreLine CoreLine { get; } = coreLine;

    public BodySpace Space { get; } = new(parts.Store, parts.Cipher);

    public InquiringServer Asking { get; } = new(parts);

    public ProvidingServer Giving { get; } = new(parts);

    public FlakyProviderLine ProviderLine => field ??= new FlakyProviderLine(Giving);
}
