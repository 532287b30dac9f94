using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Tests.Revocation.Lab;

/// <summary>A source whose answers stay behind a gate until the test opens it.</summary>
internal sealed class GatedSource : IRevocationSource
{
    private readonly List<TaskCompletionSource<RevocationEvidence>> _gates = [];

    public List<CancellationToken> Tokens { get; } = [];

    public int Asked => Tokens.Count;

    public void Open(int question, RevocationEvidence answer) => _gates[question].SetResult(answer);

    public void Break(int question, Exception failure) => _gates[question].SetException(failure);

    public async ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        TaskCompletionSource<RevocationEvidence> gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _gates.Add(gate);
        Tokens.Add(cancellationToken);
        return await gate.Task.WaitAsync(cancellationToken);
    }
}
