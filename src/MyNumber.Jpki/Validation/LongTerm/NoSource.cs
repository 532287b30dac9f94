using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Validation.LongTerm;

/// <summary>Nobody to ask: the past is judged from the archive.</summary>
internal sealed class NoSource : IRevocationSource
{
    public static readonly NoSource Instance = new();

    public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(RevocationEvidence.Unreachable(VerificationReason.StatusNotAtHand, RevocationMethod.None));
}
