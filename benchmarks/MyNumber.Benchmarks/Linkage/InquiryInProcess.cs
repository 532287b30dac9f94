using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using MyNumber.Linkage.Exchange;

namespace MyNumber.Benchmarks.Linkage;

/// <summary>
/// One inquiry end to end in one process, stores in memory: rules, conversion, permit, replica, sealed data, signed reply, three records, journals of all three.
/// The baseline is the floor that no design with a signed reply goes below: one ECDSA signature on P-256 and its two verifications, by core and inquirer.
/// </summary>
[MemoryDiagnoser]
public class InquiryInProcess
{
    private const int Batch = 256;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _text = new byte[200];
    private InquiryLab _lab = null!;
    private int _turn;

    [GlobalSetup]
    public async Task SetUp() => _lab = await InquiryLab.StartAsync();

    [GlobalCleanup]
    public void TearDown()
    {
        _lab.Dispose();
        _key.Dispose();
    }

    [Benchmark(Baseline = true)]
    public bool SignaturesAlone()
    {
        byte[] signature = _key.SignData(_text, HashAlgorithmName.SHA256);
        return _key.VerifyData(_text, signature, HashAlgorithmName.SHA256) & _key.VerifyData(_text, signature, HashAlgorithmName.SHA256);
    }

    [Benchmark]
    public Task<InquiryResult> Inquiry() => AskAsync(_turn++);

    [Benchmark(OperationsPerInvoke = Batch)]
    public Task InquiriesOnBothCores() => Parallel.ForAsync(0, Batch, async (turn, _) => await AskAsync(turn));

    private async Task<InquiryResult> AskAsync(int turn)
    {
        InquiryResult result = await _lab.Asking.InquireAsync(_lab.Clerk, InquiryLab.Order(turn % InquiryLab.People));
        return result.Payload is null ? throw new InvalidOperationException(result.ToString()) : result;
    }
}
