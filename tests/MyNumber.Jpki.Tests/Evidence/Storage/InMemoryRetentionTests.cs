using MyNumber.Jpki.Evidence.Storage;

namespace MyNumber.Jpki.Tests.Evidence.Storage;

public sealed class InMemoryRetentionTests : EvidenceRetentionTests
{
    protected override IEvidenceVault Vault { get; } = new InMemoryEvidenceVault();
}
