using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Tests.Revocation.Lab;

/// <summary>A source that gives what it is set to, at once or after a yield, and counts.</summary>
internal sealed class StubSource(RevocationEvidence answer, bool waits = false) : IRevocationSource
{
    public RevocationEvidence Answer { get; set; } = answer;

    public int Asked { get; private set; }

    public async ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        Asked++;
        if (waits)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return Answer;
    }
}
