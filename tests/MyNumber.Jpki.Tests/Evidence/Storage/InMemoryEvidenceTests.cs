using MyNumber.Jpki.Evidence.Storage;

namespace MyNumber.Jpki.Tests.Evidence.Storage;

public sealed class InMemoryEvidenceTests : EvidenceStoreTests
{
    protected override IEvidenceVault Vault { get; } = new InMemoryEvidenceVault();
}
