using MyNumber.Jpki.Paths;

namespace MyNumber.Jpki.Revocation;

/// <summary>A source of status (失効情報): a CRL store, an OCSP client, or both in an order.</summary>
/// <remarks>Implementations are thread safe. They answer with evidence and never throw for what a network or a peer does; only cancellation and misuse throw.</remarks>
public interface IRevocationSource
{
    /// <summary>Asks for the status of a certificate whose path was verified.</summary>
    /// <param name="path">The verified path. Certificate and issuer are taken from it; how fresh an answer must be is judged by the source's own clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Checked evidence. It completes synchronously when the answer is at hand.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default);
}
