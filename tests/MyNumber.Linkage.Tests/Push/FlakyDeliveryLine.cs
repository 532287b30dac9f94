using MyNumber.Linkage.Push;

namespace MyNumber.Linkage.Tests.Push;

/// <summary>A sender's line whose answers may be lost or changed.</summary>
internal sealed class FlakyDeliveryLine(IDeliveryLine inner) : IDeliveryLine
{
    public bool LosesAnswers { get; set; }

    public int Sent { get; private set; }

    /// <summary>The process dies at this sending; zero for never.</summary>
    public int DiesAt { get; set; }

    public Func<DeliveryAnswer, DeliveryAnswer> Change { get; set; } = answer => answer;

    public async ValueTask<DeliveryAnswer> SendAsync(Delivery delivery, CancellationToken cancellationToken = default)
    {
        DeliveryAnswer answer = await inner.SendAsync(DeliveryEncoding.ReadDelivery(DeliveryEncoding.Write(delivery)).ShouldNotBeNull(), cancellationToken);
        _ = ++Sent == DiesAt ? throw new InvalidOperationException("The process died.") : true;
        return LosesAnswers ? throw new IOException("The answer was lost.") : Change(DeliveryEncoding.ReadAnswer(DeliveryEncoding.Write(answer)).ShouldNotBeNull());
    }
}
