namespace MyNumber.Linkage.Push;

/// <summary>One body's line to the core for deliveries.</summary>
/// <remarks>A line that fails throws <see cref="IOException"/> or <see cref="TimeoutException"/>; then nothing is known, and the same delivery may be sent again.</remarks>
public interface IDeliveryLine
{
    /// <summary>Sends. The same delivery again gives the same answer, or a later one.</summary>
    /// <param name="delivery">The delivery under the sender's code.</param>
    /// <param name="cancellationToken">Gives up; the delivery may go on.</param>
    /// <returns>The answer.</returns>
    ValueTask<DeliveryAnswer> SendAsync(Delivery delivery, CancellationToken cancellationToken = default);
}
