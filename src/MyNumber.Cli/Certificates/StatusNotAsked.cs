using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Cli.Certificates;

/// <summary>Asks nobody and lets every certificate pass, because the user said so with a long word.</summary>
internal sealed class StatusNotAsked : IRevocationSource
{
    public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ValueTask.FromResult(RevocationEvidence.Good(RevocationMethod.None, path.At, null));
    }
}
