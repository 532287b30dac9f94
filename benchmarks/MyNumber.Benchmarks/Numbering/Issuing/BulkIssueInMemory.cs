using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using MyNumber.IssuingHost;
using MyNumber.Numbering.Issuing.Bulk;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Registers;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Benchmarks.Numbering.Issuing;

/// <summary>
/// Ten million people end to end on one core: read the roll, convert by FF1 with AES-256, put the check digit, write into the register in memory with its three unique keys.
/// The memory that stays afterwards is printed, with everything still alive.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 0, iterationCount: 2)]
public class BulkIssueInMemory
{
    private const int People = 10_000_000;

    [Benchmark(OperationsPerInvoke = People)]
    public async Task<long> TenMillion()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        using ConversionKeyRing keys = new(1, new ElevenDigitPermutation(new byte[32], []));
        InMemoryNumberRegister register = new();
        BulkResult result = await new BulkIssueRun(register, keys, TimeProvider.System).RunAsync(1, new SyntheticRoll(People));
        long kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"// {result}; the register keeps {kept / 1_000_000} MB, {kept / People} bytes an issue");
        GC.KeepAlive(register);
        return kept;
    }
}
