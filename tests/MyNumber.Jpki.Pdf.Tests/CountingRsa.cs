using System.Security.Cryptography;

namespace MyNumber.Jpki.Pdf.Tests;

/// <summary>A key as a card gives it: its public half, and signatures over hashes, counted.</summary>
internal sealed class CountingRsa(RSA inner) : RSA
{
    public int Asked { get; private set; }

    public override RSAParameters ExportParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw new CryptographicException("The key stays in the card.") : inner.ExportParameters(false);

    public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();

    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        Asked++;
        return inner.SignHash(hash, hashAlgorithm, padding);
    }
}
