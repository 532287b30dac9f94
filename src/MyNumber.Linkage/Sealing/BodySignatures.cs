using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace MyNumber.Linkage.Sealing;

/// <summary>Verifies signatures of bodies; keeps each imported key, as importing one costs more than using it.</summary>
/// <remarks>Thread safe. The owner disposes it.</remarks>
public sealed class BodySignatures : IDisposable
{
    private const int SignatureLength = 64;

    private readonly ConcurrentDictionary<BodyCard, ConcurrentBag<ECDsa>> _keys = new(ReferenceEqualityComparer.Instance);

    /// <summary>Checks a signature.</summary>
    /// <param name="signer">Whose it should be.</param>
    /// <param name="bytes">What was signed.</param>
    /// <param name="signature">r and s, 64 bytes.</param>
    /// <returns>Whether it is right.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="signer"/> is null.</exception>
    public bool Verify(BodyCard signer, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(signer);
        if (signature.Length != SignatureLength)
        {
            return false;
        }

        ConcurrentBag<ECDsa> idle = _keys.GetOrAdd(signer, static _ => []);
        if (!idle.TryTake(out ECDsa? key))
        {
            key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(signer.SigningKey.Span, out _);
        }

        bool isRight = key.VerifyData(bytes, signature, HashAlgorithmName.SHA256);
        idle.Add(key);
        return isRight;
    }

    /// <summary>Disposes the imported keys.</summary>
    public void Dispose()
    {
        foreach (ECDsa key in _keys.Values.SelectMany(idle => idle))
        {
            key.Dispose();
        }

        _keys.Clear();
    }
}
