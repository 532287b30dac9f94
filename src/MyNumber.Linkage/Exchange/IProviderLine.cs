using MyNumber.Linkage.Messages;

namespace MyNumber.Linkage.Exchange;

/// <summary>The core's line to one provider.</summary>
/// <remarks>A line that fails throws <see cref="IOException"/> or <see cref="TimeoutException"/>; then nothing is known, and the same call may be made again.</remarks>
public interface IProviderLine
{
    /// <summary>Notifies of an inquiry and waits for the reply. The same request again gives the same reply.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The reply, or <see langword="null"/> when a human has to release it.</returns>
    ValueTask<ProvisionReply?> ProvideAsync(ProvisionRequest request, CancellationToken cancellationToken = default);
}
