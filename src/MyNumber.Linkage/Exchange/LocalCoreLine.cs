using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Exchange;

/// <summary>A body's line to a core in the same process.</summary>
internal sealed class LocalCoreLine(CoreExchange core, AgencyId caller) : ICoreLine
{
    public ValueTask<InquiryAnswer> InquireAsync(InquiryRequest request, CancellationToken cancellationToken = default) => core.InquireAsync(caller, request, cancellationToken);

    public ValueTask<InquiryAnswer> CollectAsync(InquiryId inquiry, CancellationToken cancellationToken = default) => core.CollectAsync(caller, inquiry, cancellationToken);

    public ValueTask<bool> DeliverAsync(ProvisionReply reply, CancellationToken cancellationToken = default) => core.DeliverAsync(caller, reply, cancellationToken);
}
