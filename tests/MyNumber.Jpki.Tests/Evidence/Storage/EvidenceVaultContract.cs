using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Evidence.Storage;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Signatures;

namespace MyNumber.Jpki.Tests.Evidence.Storage;

/// <summary>An archive over a vault that the class names: in memory or in a folder.</summary>
public abstract class EvidenceVaultContract : IDisposable
{
    protected static readonly EvidenceAccess Clerk = new("clerk-1", "identity check");
    protected static readonly DateOnly End = new(2027, 3, 31);

    private protected SigningDesk Desk { get; } = new();

    public virtual void Dispose()
    {
        Desk.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract IEvidenceVault Vault { get; }

    protected EvidenceStore Open() => new(Vault, Desk.Clock);

    protected async Task<EvidenceEntry> EntryAsync(string contract = "contract-1")
    {
        byte[] cms = Desk.Cms.Encode();
        DocumentVerificationResult result = await Desk.VerifyAsync(cms);
        return new EvidenceEntry(contract, VerificationEvidence.From(result), cms);
    }
}
