using MyNumber.Linkage.Core;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Notices;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.AspNetCore.Tests.Server;

/// <summary>Counts what comes through to any line, and may fail.</summary>
internal sealed class CountingLine : ICoreLine, IProviderLine, IDeliveryLine, IDeliveryReceiver, IRecordLine, IHeadLine, IAgencyDoor
{
    private int _calls;

    public int Calls => _calls;

    public Exception? Failure { get; set; }

    public ValueTask<InquiryAnswer> InquireAsync(InquiryRequest request, CancellationToken cancellationToken = default) => Count(InquiryAnswer.Wait(request.Inquiry));

    public ValueTask<InquiryAnswer> CollectAsync(InquiryId inquiry, CancellationToken cancellationToken = default) => Count(InquiryAnswer.Wait(inquiry));

    public ValueTask<bool> DeliverAsync(ProvisionReply reply, CancellationToken cancellationToken = default) => Count(true);

    public ValueTask<ProvisionReply?> ProvideAsync(ProvisionRequest request, CancellationToken cancellationToken = default) => Count<ProvisionReply?>(null);

    public ValueTask<DeliveryAnswer> SendAsync(Delivery delivery, CancellationToken cancellationToken = default) => Count(new DeliveryAnswer(delivery.Id, DeliveryOutcome.Waiting));

    public ValueTask<DeliveryReceipt> ReceiveAsync(Delivery delivery, CancellationToken cancellationToken = default) => Count(new DeliveryReceipt
    {
        Id = delivery.Id, Receiver = delivery.Receiver, Outcome = DeliveryOutcome.NoAccount, At = Samples.Now, ContentHash = delivery.ContentHash,
    });

    public ValueTask<RecordPage> AskAsync(RecordQuery query, CancellationToken cancellationToken = default) => Count(new RecordPage { Outcome = RecordQueryOutcome.NotPortal });

    public ValueTask<LogHead?> LatestAsync(CancellationToken cancellationToken = default) => Count<LogHead?>(null);

    public ValueTask<IReadOnlyList<LogHead>> ReadAsync(long from, int most, CancellationToken cancellationToken = default) => Count<IReadOnlyList<LogHead>>([]);

    public ValueTask<ConsistencyProof?> ProveAsync(long first, long second, CancellationToken cancellationToken = default) => Count<ConsistencyProof?>(null);

    public ValueTask<AcquisitionOpening> OpenAsync(AcquisitionRoute route, VerificationLevel level, CancellationToken cancellationToken = default) => Count(default(AcquisitionOpening));

    public ValueTask<AcquisitionAnswer> CollectAsync(AcquisitionNumber number, CancellationToken cancellationToken = default) => Count(default(AcquisitionAnswer));

    public ValueTask<AcquisitionAnswer> ConfirmAsync(AcquisitionNumber number, CancellationToken cancellationToken = default) => Count(default(AcquisitionAnswer));

    public ValueTask<IReadOnlyList<CoreNotice>> NoticesAsync(int most, CancellationToken cancellationToken = default) => Count<IReadOnlyList<CoreNotice>>([]);

    public ValueTask<int> MarkTakenAsync(IReadOnlyList<CoreNotice> notices, CancellationToken cancellationToken = default) => Count(0);

    private ValueTask<T> Count<T>(T answer)
    {
        Interlocked.Increment(ref _calls);
        return Failure is { } failure ? ValueTask.FromException<T>(failure) : ValueTask.FromResult(answer);
    }
}
