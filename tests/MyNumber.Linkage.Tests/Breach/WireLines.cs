using System.Collections.Concurrent;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Tests.Breach;

/// <summary>A body's line to the core with somebody on it who writes every byte down.</summary>
internal sealed class WireCoreLine(ICoreLine inner, ConcurrentQueue<byte[]> wire) : ICoreLine
{
    public async ValueTask<InquiryAnswer> InquireAsync(InquiryRequest request, CancellationToken cancellationToken = default)
    {
        wire.Enqueue(MessageEncoding.Write(request));
        return Back(await inner.InquireAsync(request, cancellationToken));
    }

    public async ValueTask<InquiryAnswer> CollectAsync(InquiryId inquiry, CancellationToken cancellationToken = default) => Back(await inner.CollectAsync(inquiry, cancellationToken));

    public ValueTask<bool> DeliverAsync(ProvisionReply reply, CancellationToken cancellationToken = default)
    {
        wire.Enqueue(MessageEncoding.Write(reply));
        return inner.DeliverAsync(reply, cancellationToken);
    }

    private InquiryAnswer Back(InquiryAnswer answer)
    {
        wire.Enqueue(MessageEncoding.Write(answer));
        return answer;
    }
}

/// <summary>The core's line to a body, likewise.</summary>
internal sealed class WireProviderLine(IProviderLine inner, ConcurrentQueue<byte[]> wire) : IProviderLine
{
    public async ValueTask<ProvisionReply?> ProvideAsync(ProvisionRequest request, CancellationToken cancellationToken = default)
    {
        wire.Enqueue(MessageEncoding.Write(request));
        ProvisionReply? reply = await inner.ProvideAsync(request, cancellationToken);
        if (reply is not null)
        {
            wire.Enqueue(MessageEncoding.Write(reply));
        }

        return reply;
    }
}

/// <summary>The core's line to a receiver of deliveries, likewise.</summary>
internal sealed class WireReceiver(IDeliveryReceiver inner, ConcurrentQueue<byte[]> wire) : IDeliveryReceiver
{
    public async ValueTask<DeliveryReceipt> ReceiveAsync(Delivery delivery, CancellationToken cancellationToken = default)
    {
        wire.Enqueue(DeliveryEncoding.Write(delivery));
        DeliveryReceipt receipt = await inner.ReceiveAsync(delivery, cancellationToken);
        wire.Enqueue(DeliveryEncoding.Write(receipt));
        return receipt;
    }
}
