using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Tests.Portal;

/// <summary>One body of a <see cref="PortalWorld"/>.</summary>
internal sealed class PortalBody(ServerParts parts, InMemoryRecordStore records)
{
    public ServerParts Parts { get; } = parts;

    public InMemoryRecordStore Records { get; } = records;

    public BodySpace Space { get; } = new(parts.Store, parts.Cipher);

    public InquiringServer Asking { get; } = new(parts);

    public ProvidingServer Giving { get; } = new(parts);
}
