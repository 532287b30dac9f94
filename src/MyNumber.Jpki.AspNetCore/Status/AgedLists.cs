using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.AspNetCore.Status;

/// <summary>Lists whose word that a certificate is good counts up to an age. What they say of a hold or a revocation counts at any.</summary>
internal sealed class AgedLists(IRevocationSource lists, TimeSpan maximumAge, TimeProvider clock) : IRevocationSource
{
    public async ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        RevocationEvidence answer = await lists.CheckAsync(path, cancellationToken).ConfigureAwait(false);
        return answer.State == RevocationState.Good && answer.AgeAt(clock.GetUtcNow()) > maximumAge
            ? RevocationEvidence.Unreachable(VerificationReason.StatusStale, answer.Method)
            : answer;
    }
}
