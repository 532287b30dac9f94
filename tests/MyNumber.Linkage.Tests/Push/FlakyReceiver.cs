using MyNumber.Linkage.Push;

namespace MyNumber.Linkage.Tests.Push;

/// <summary>A receiver whose receipts may be lost or changed. Everything goes through its encoding, as over a wire.</summary>
internal sealed class FlakyReceiver(IDeliveryReceiver inner) : IDeliveryReceiver
{
    public bool IsDown { get; set; }

    public bool LosesReceipts { get; set; }

    public int Received { get; private set; }

    public Delivery? Last { get; private set; }

    public Func<Delivery, Delivery> Change { get; set; } = delivery => delivery;

    public Func<DeliveryReceipt, DeliveryReceipt> ChangeReceipt { get; set; } = receipt => receipt;

    public async ValueTask<DeliveryReceipt> ReceiveAsync(Delivery delivery, CancellationToken cancellationToken = default)
    {
        _ = IsDown ? throw new IOException("The receiver is down.") : true;
        Received++;
        Last = DeliveryEncoding.ReadDelivery(DeliveryEncoding.Write(delivery)).ShouldNotBeNull();
        DeliveryReceipt receipt = await inner.ReceiveAsync(Change(Last), cancellationToken);
        return LosesReceipts ? throw new TimeoutException("The receipt was lost.") : ChangeReceipt(DeliveryEncoding.ReadReceipt(DeliveryEncoding.Write(receipt)).ShouldNotBeNull());
    }
}
