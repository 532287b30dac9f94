using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Tests.Revocation.Lab;

/// <summary>A source whose answers stay behind a gate until the test opens it.</summary>
/// <param name="heedsCancellation">Whether a question that nobody waits for any more ends.</param>
internal sealed class GatedSource(bool heedsCancellation = true) : IRevocationSource
{
    private readonly List<TaskCompletionSource<RevocationEvidence>> _gates = [];

    public List<CancellationToken> Tokens { get; } = [];

    public int Asked => Tokens.Count;

    public void Open(int question, RevocationEvidence answer) => _gates[question].SetResult(answer);

    public void Break(int question, Exception failure) => _gates[question].SetException(failure);

    public async ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        TaskCompletionSource<RevocationEvidence> gate = new(heedsCancellation ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None);
        _gates.Add(gate);
        Tokens.Add(cancellationToken);
        return await gate.Task.WaitAsync(heedsCancellation ? cancellationToken : CancellationToken.None).ConfigureAwait(false);
    }
}
