using MyNumber.Jpki.Evidence.Storage;

namespace MyNumber.Jpki.Tests.Evidence.Storage;

public sealed class FolderRetentionTests : EvidenceRetentionTests
{
    private readonly VaultFolder _folder = new();

    protected override IEvidenceVault Vault => _folder.Vault;

    public override void Dispose()
    {
        _folder.Dispose();
        base.Dispose();
    }
}
