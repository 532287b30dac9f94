using BenchmarkDotNet.Attributes;
using MyNumber.Linkage.Codes;

namespace MyNumber.Benchmarks.Linkage;

/// <summary>Four million codes (40 MB of links, 64 MB of codes) by one cipher on one core and on two; run it unpinned, on a machine with nothing else to do.</summary>
[MemoryDiagnoser]
public class AgencyCodeCores
{
    private const int Count = 4 * 1024 * 1024;
    private const int Half = Count / 2;

    private static readonly CodeHolderId _holder = new(13104);

    private readonly byte[] _links = new byte[Count * LinkCode.Length];
    private readonly byte[] _blocks = new byte[Count * AgencyCode.BlockLength];
    private readonly Action[] _halves;
    private AgencyCodeCipher _cipher = null!;

    public AgencyCodeCores() => _halves = [() => Derive(0, Half), () => Derive(Half, Half)];

    [GlobalSetup]
    public void SetUp()
    {
        byte[] key = new byte[AgencyCodeCipher.KeyLength];
        Random random = new(1);
        random.NextBytes(key);
        random.NextBytes(_links);
        _cipher = new AgencyCodeCipher(0, key);
    }

    [GlobalCleanup]
    public void TearDown() => _cipher.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public void OneCore() => Derive(0, Count);

    [Benchmark(OperationsPerInvoke = Count)]
    public void TwoCores() => Parallel.Invoke(_halves);

    private void Derive(int at, int count) =>
        _cipher.Derive(_holder, 0, _links.AsSpan(at * LinkCode.Length, count * LinkCode.Length), _blocks.AsSpan(at * AgencyCode.BlockLength, count * AgencyCode.BlockLength));
}
