using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;

namespace StatusWatch;

/// <summary>The line to the responder. At one question of the night the responder goes away: whoever asked before gets an answer first, so that every run tells the same tale.</summary>
internal sealed class ResponderLine(IRevocationSource responder, int outageAt, Action goAway) : IRevocationSource
{
    private readonly Lock _gate = new();
    private readonly List<Task> _before = [];
    private Task _cut = Task.CompletedTask;

    /// <summary>How many questions went down the line.</summary>
    public int Questions { get; private set; }

    public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            Questions++;
            if (Questions == outageAt)
            {
                _cut = CutAsync([.. _before]);
            }

            Task<RevocationEvidence> answer = AskAsync(_cut, path, cancellationToken);
            if (Questions < outageAt)
            {
                _before.Add(answer);
            }

            return new ValueTask<RevocationEvidence>(answer);
        }
    }

    private async Task CutAsync(Task[] before)
    {
        await Task.WhenAll(before);
        goAway();
    }

    private async Task<RevocationEvidence> AskAsync(Task cut, VerifiedPath path, CancellationToken cancellationToken)
    {
        await cut;
        return await responder.CheckAsync(path, cancellationToken);
    }
}
