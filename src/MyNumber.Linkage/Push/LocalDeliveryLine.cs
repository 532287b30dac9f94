using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Push;

/// <summary>A line within one process.</summary>
internal sealed class LocalDeliveryLine(DeliveryExchange core, AgencyId caller) : IDeliveryLine
{
    public ValueTask<DeliveryAnswer> SendAsync(Delivery delivery, CancellationToken cancellationToken = default) => core.SendAsync(caller, delivery, cancellationToken);
}
