[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace MyNumber.PcscTests.Harness;

/// <summary>Every test here shares one daemon and runs alone, because the ports and the socket are fixed.</summary>
[CollectionDefinition(Name)]
public sealed class PcscCollection : ICollectionFixture<PcscDaemon>
{
    public const string Name = "pcscd";
}
