using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Tests.Signatures;

/// <summary>A status source that says what it is told and counts how often it is asked.</summary>
internal sealed class FixedStatus : IRevocationSource
{
    public static readonly DateTimeOffset ThisUpdate = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset NextUpdate = ThisUpdate.AddDays(2);

    public RevocationEvidence Answer { get; set; } = RevocationEvidence.Good(RevocationMethod.Crl, ThisUpdate, NextUpdate);

    public bool AnswersLater { get; set; }

    public int Asked { get; private set; }

    /// <summary>What happens elsewhere while the status is asked.</summary>
    public Action? Meanwhile { get; set; }

    public static RevocationEvidence Ended(RevocationReason? reason) =>
        RevocationEvidence.HeldOrRevoked(RevocationMethod.Ocsp, reason, ThisUpdate.AddHours(-1), ThisUpdate, NextUpdate);

    public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        Asked++;
        Meanwhile?.Invoke();
        cancellationToken.ThrowIfCancellationRequested();
        return AnswersLater ? AnswerLaterAsync() : ValueTask.FromResult(Answer);
    }

    private async ValueTask<RevocationEvidence> AnswerLaterAsync()
    {
        await Task.Yield();
        return Answer;
    }
}
