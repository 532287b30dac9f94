using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.AspNetCore.Tests.Server;

/// <summary>Counts what comes through to either line, and may fail.</summary>
internal sealed class CountingLine : ICoreLine, IProviderLine
{
    private int _calls;

    public int Calls => _calls;

    public Exception? Failure { get; set; }

    public ValueTask<InquiryAnswer> InquireAsync(InquiryRequest request, CancellationToken cancellationToken = default) => Count(InquiryAnswer.Wait(request.Inquiry));

    public ValueTask<InquiryAnswer> CollectAsync(InquiryId inquiry, CancellationToken cancellationToken = default) => Count(InquiryAnswer.Wait(inquiry));

    public ValueTask<bool> DeliverAsync(ProvisionReply reply, CancellationToken cancellationToken = default) => Count(true);

    public ValueTask<ProvisionReply?> ProvideAsync(ProvisionRequest request, CancellationToken cancellationToken = default) => Count<ProvisionReply?>(null);

    private ValueTask<T> Count<T>(T answer)
    {
        Interlocked.Increment(ref _calls);
        return Failure is { } failure ? ValueTask.FromException<T>(failure) : ValueTask.FromResult(answer);
    }
}
