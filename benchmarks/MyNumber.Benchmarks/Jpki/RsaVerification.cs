using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using MyNumber.Jpki.Rsa;
using MyNumber.Testing.Keys;

namespace MyNumber.Benchmarks.Jpki;

/// <summary>
/// RSA-2048, SHA-256, e = 65537. Fresh: the key has never been seen, as every customer's; the platform imports it, we check it and compute its constants. Kept: the key
/// has verified before, as an authority's. Pair: what one customer costs, a certificate under the authority's kept key and a document under the customer's fresh key.
/// </summary>
[MemoryDiagnoser]
public class RsaVerification
{
    private static readonly HashAlgorithmName Hash = HashAlgorithmName.SHA256;

    private readonly byte[] _digest = SHA256.HashData("account opening"u8);
    private byte[] _encoded = null!;
    private RSAParameters _parameters;
    private byte[] _signature = null!;
    private RSA _platform = null!;
    private RsaVerificationKey _managed = null!;

    [GlobalSetup]
    public void SetUp()
    {
        using RSA signer = LabKeyPool.Load(1);
        _encoded = signer.ExportRSAPublicKey();
        _parameters = signer.ExportParameters(false);
        _signature = signer.SignHash(_digest, Hash, RSASignaturePadding.Pkcs1);
        _platform = RSA.Create();
        _platform.ImportRSAPublicKey(_encoded, out _);
        RsaVerificationKey.TryCreate(_parameters.Modulus, _parameters.Exponent, out RsaVerificationKey? managed);
        _managed = managed!;
        if (!PlatformPair() || !ManagedPair())
        {
            throw new InvalidOperationException("A side of the comparison does not verify.");
        }
    }

    [GlobalCleanup]
    public void TearDown() => _platform.Dispose();

    [Benchmark(Baseline = true)]
    public bool PlatformPair() => PlatformKept() && PlatformFresh();

    [Benchmark]
    public bool ManagedPair() => ManagedKept() && ManagedFresh();

    [Benchmark]
    public bool PlatformFresh()
    {
        using RSA key = RSA.Create();
        key.ImportRSAPublicKey(_encoded, out _);
        return key.VerifyHash(_digest, _signature, Hash, RSASignaturePadding.Pkcs1);
    }

    [Benchmark]
    public bool ManagedFresh() =>
        RsaVerificationKey.TryCreate(_parameters.Modulus, _parameters.Exponent, out RsaVerificationKey? key) && key.VerifyPkcs1(_digest, Hash, _signature);

    [Benchmark]
    public bool PlatformKept() => _platform.VerifyHash(_digest, _signature, Hash, RSASignaturePadding.Pkcs1);

    [Benchmark]
    public bool ManagedKept() => _managed.VerifyPkcs1(_digest, Hash, _signature);
}
