using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace MyNumber.Jpki.Certificates;

/// <summary>Objects of the platform that hold one imported public key, lent to one caller at a time.</summary>
/// <remarks>The platform's objects do not promise to serve several threads, and importing costs more than a verification; so they are kept. Their handles are freed with this object by the collector.</remarks>
/// <typeparam name="T">The platform's class for the algorithm.</typeparam>
/// <param name="import">Makes one more object with the key in it.</param>
internal sealed class ImportedKeys<T>(Func<T> import)
    where T : AsymmetricAlgorithm
{
    private readonly ConcurrentBag<T> _idle = [];

    public delegate bool Check(T key, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature);

    /// <summary>The answer of the check; no where the platform refuses the key or the signature by an exception.</summary>
    public bool Verify(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature, Check check)
    {
        T? borrowed = null;
        try
        {
            if (!_idle.TryTake(out borrowed))
            {
                borrowed = import();
            }

            bool valid = check(borrowed, hash, signature);
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
