using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace MyNumber.Jpki.Certificates;

/// <summary>Checks RSA signatures under one public key, from any thread: <see cref="RSA"/> objects do not promise that, so each caller borrows one.</summary>
/// <remarks>Importing a key costs several times a verification, so the objects are kept; their handles are freed with this object by the collector.</remarks>
internal sealed class RsaVerifier
{
    private readonly PublicKeyFields _key;
    private readonly ConcurrentBag<RSA> _idle = [];

    public RsaVerifier(PublicKeyFields key) => _key = key;

    public int SignatureLength => _key.Modulus.Length;

    /// <summary>RSASSA-PKCS1-v1_5 with the full encoding compared by the platform. Never throws for bad signatures or keys.</summary>
    public bool VerifyPkcs1(ReadOnlySpan<byte> hash, HashAlgorithmName algorithm, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureLength)
        {
            return false;
        }

        RSA? borrowed = null;
        try
        {
            if (!_idle.TryTake(out borrowed))
            {
                borrowed = RSA.Create();
                borrowed.ImportRSAPublicKey(_key.KeyBits.Span, out _);
            }

            bool valid = borrowed.VerifyHash(hash, signature, algorithm, RSASignaturePadding.Pkcs1);
            _idle.Add(borrowed);
            borrowed = null;
            return valid;
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            borrowed?.Dispose(); // still here only when something threw
        }
    }
}
