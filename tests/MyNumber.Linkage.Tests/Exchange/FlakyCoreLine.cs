using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Tests.Exchange;

/// <summary>A body's line that may lose what comes back, or change it. Everything goes through its encoding, as over a wire.</summary>
internal sealed class FlakyCoreLine(ICoreLine inner) : ICoreLine
{
    public bool IsDown { get; set; }

    public int Sent { get; private set; }

    public bool LosesAnswers { get; set; }

    public Func<InquiryAnswer, InquiryAnswer> Change { get; set; } = answer => answer;

    public async ValueTask<InquiryAnswer> InquireAsync(InquiryRequest request, CancellationToken cancellationToken = default)
    {
        Sent++;
        return IsDown
            ? throw new IOException("The line is down.")
            : Back(await inner.InquireAsync(MessageEncoding.ReadInquiry(MessageEncoding.Write(request))!, cancellationToken));
    }

    public async ValueTask<InquiryAnswer> CollectAsync(InquiryId inquiry, CancellationToken cancellationToken = default) =>
        Back(await inner.CollectAsync(inquiry, cancellationToken));

    public async ValueTask<bool> DeliverAsync(ProvisionReply reply, CancellationToken cancellationToken = default) =>
        await inner.DeliverAsync(MessageEncoding.ReadReply(MessageEncoding.Write(reply))!, cancellationToken);

    private InquiryAnswer Back(InquiryAnswer answer) => LosesAnswers
        ? throw new IOException("The answer was lost.")
        : Change(MessageEncoding.ReadAnswer(MessageEncoding.Write(answer)).ShouldNotBeNull());
}
