using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Exchange;

/// <summary>One body's line to the core (インターフェイスシステム): in process, or over a network that has authenticated the body.</summary>
/// <remarks>A line that fails throws <see cref="IOException"/> or <see cref="TimeoutException"/>; then nothing is known, and the same call may be made again.</remarks>
public interface ICoreLine
{
    /// <summary>Asks (情報照会). The same request again gives the same answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up; the inquiry may go on.</param>
    /// <returns>The answer, or that it is to be collected later.</returns>
    ValueTask<InquiryAnswer> InquireAsync(InquiryRequest request, CancellationToken cancellationToken = default);

    /// <summary>Collects an answer (非同期の回答の取得).</summary>
    /// <param name="inquiry">An inquiry of this body.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer, or that it is still waited for.</returns>
    ValueTask<InquiryAnswer> CollectAsync(InquiryId inquiry, CancellationToken cancellationToken = default);

    /// <summary>Delivers a reply that a human released.</summary>
    /// <param name="reply">The reply of this body.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the core took it, now or before; else it came too late or does not fit.</returns>
    ValueTask<bool> DeliverAsync(ProvisionReply reply, CancellationToken cancellationToken = default);
}
