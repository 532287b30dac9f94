using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Portal.Records;

/// <summary>A line within one process.</summary>
internal sealed class LocalRecordLine(RecordDesk desk, AgencyId caller) : IRecordLine
{
    public ValueTask<RecordPage> AskAsync(RecordQuery query, CancellationToken cancellationToken = default) => desk.AskAsync(caller, query, cancellationToken);
}
