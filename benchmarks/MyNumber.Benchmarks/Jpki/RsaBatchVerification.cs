using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using MyNumber.Jpki.Rsa;
using MyNumber.Testing.Keys;

namespace MyNumber.Benchmarks.Jpki;

/// <summary>
/// Customers of a nightly run, on one core: for each a certificate's signature under the authority's kept key and a document's under the customer's fresh key, RSA-2048
/// with SHA-256, digests given. Times are for one customer. <see cref="Platform64"/> is the loop one would write with the platform's RSA.
/// </summary>
[MemoryDiagnoser]
public class RsaBatchVerification
{
    private const int Few = 4;
    private const int Many = 64;
    private static readonly HashAlgorithmName Hash = HashAlgorithmName.SHA256;

    private readonly Customer[] _customers = new Customer[Many];
    private readonly RsaSignatureCheck[] _checks = new RsaSignatureCheck[2 * Many];
    private readonly bool[] _results = new bool[2 * Many];
    private RSA _authority = null!;
    private RsaVerificationKey _authorityKey = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _authority = LabKeyPool.Load(0);
        RSAParameters authority = _authority.ExportParameters(false);
        RsaVerificationKey.TryCreate(authority.Modulus, authority.Exponent, out RsaVerificationKey? key);
        _authorityKey = key!;
        for (int i = 0; i < Many; i++)
        {
            using RSA signer = LabKeyPool.Load(1 + (i % (LabKeyPool.Count - 1)));
            byte[] digest = SHA256.HashData([(byte)i]);
            _customers[i] = new Customer(
                signer.ExportRSAPublicKey(), signer.ExportParameters(false), digest,
                _authority.SignHash(digest, Hash, RSASignaturePadding.Pkcs1), signer.SignHash(digest, Hash, RSASignaturePadding.Pkcs1));
        }

        if (!Platform64() || !Managed64())
        {
            throw new InvalidOperationException("A side of the comparison does not verify.");
        }
    }

    [GlobalCleanup]
    public void TearDown() => _authority.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Many)]
    public bool Platform64()
    {
        bool valid = true;
        foreach (Customer customer in _customers)
        {
            using RSA key = RSA.Create();
            key.ImportRSAPublicKey(customer.Encoded, out _);
            valid &= _authority.VerifyHash(customer.Digest, customer.Certificate, Hash, RSASignaturePadding.Pkcs1);
            valid &= key.VerifyHash(customer.Digest, customer.Document, Hash, RSASignaturePadding.Pkcs1);
        }

        return valid;
    }

    [Benchmark(OperationsPerInvoke = Few)]
    public bool Managed4() => Verify(Few);

    [Benchmark(OperationsPerInvoke = Many)]
    public bool Managed64() => Verify(Many);

    private bool Verify(int customers)
    {
        for (int i = 0; i < customers; i++)
        {
            Customer customer = _customers[i];
            RsaVerificationKey.TryCreate(customer.Key.Modulus, customer.Key.Exponent, out RsaVerificationKey? key);
            _checks[2 * i] = new RsaSignatureCheck(_authorityKey, Hash, customer.Digest, customer.Certificate);
            _checks[(2 * i) + 1] = new RsaSignatureCheck(key!, Hash, customer.Digest, customer.Document);
        }

        RsaBatch.Verify(_checks.AsMemory(0, 2 * customers), _results.AsMemory(0, 2 * customers));
        return !_results.AsSpan(0, 2 * customers).Contains(false);
    }

    private sealed record Customer(byte[] Encoded, RSAParameters Key, byte[] Digest, byte[] Certificate, byte[] Document);
}
