using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Benchmarks.Numbering;

/// <summary>
/// Eleven-digit FF1 under AES-256, 4,096 numbers (32 KB, so that they stay in the first caches); times are for one number. <see cref="OneAtATime"/> is what one
/// would write with the platform's AES: the fixed block computed once, one EncryptEcb for each round. <see cref="BouncyCastleAes"/> is the same with another AES.
/// </summary>
[MemoryDiagnoser]
public class Ff1Batch
{
    private const int Count = 4096;

    private readonly long[] _values = new long[Count];
    private readonly byte[] _rows = new byte[Count * ElevenDigitPermutation.Digits];
    private ElevenDigitPermutation _lanes = null!;
    private Ff1Permutation _steps = null!;
    private Ff1PlainLoop _platform = null!;
    private Ff1PlainLoop _bouncyCastle = null!;

    [GlobalSetup]
    public void SetUp()
    {
        Random random = new(1);
        byte[] key = new byte[32];
        random.NextBytes(key);
        for (int i = 0; i < Count; i++)
        {
            _values[i] = random.NextInt64(100_000_000_000);
            Encoding.ASCII.GetBytes(_values[i].ToString("D11", CultureInfo.InvariantCulture), _rows.AsSpan(i * ElevenDigitPermutation.Digits));
        }

        _lanes = new ElevenDigitPermutation(key, default);
        _steps = new Ff1Permutation(key, 10, ElevenDigitPermutation.Digits, default);
        _platform = Ff1PlainLoop.OverPlatform(key);
        _bouncyCastle = Ff1PlainLoop.OverBouncyCastle(key);
        long expected = _lanes.Permute(12_345_678_901);
        if (_steps.Permute(12_345_678_901) != expected || _platform.Encrypt(12_345_678_901) != expected || _bouncyCastle.Encrypt(12_345_678_901) != expected)
        {
            throw new InvalidOperationException("The sides of the comparison disagree.");
        }
    }

    [GlobalCleanup]
    public void TearDown()
    {
        _lanes.Dispose();
        _steps.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = 64)]
    public void OneAtATime() => Encrypt(_platform);

    [Benchmark(OperationsPerInvoke = 64)]
    public void BouncyCastleAes() => Encrypt(_bouncyCastle);

    [Benchmark(OperationsPerInvoke = Count)]
    public void LockStep() => _steps.Permute(_values);

    [Benchmark(OperationsPerInvoke = Count)]
    public void Batch() => _lanes.Permute(_values);

    [Benchmark(OperationsPerInvoke = Count)]
    public void BatchInvert() => _lanes.Invert(_values);

    [Benchmark(OperationsPerInvoke = Count)]
    public void BatchOfDigits() => _lanes.PermuteDigits(_rows);

    [Benchmark]
    public long Single() => _values[0] = _lanes.Permute(_values[0]);

    private void Encrypt(Ff1PlainLoop loop)
    {
        foreach (ref long value in _values.AsSpan(0, 64))
        {
            value = loop.Encrypt(value);
        }
    }
}
