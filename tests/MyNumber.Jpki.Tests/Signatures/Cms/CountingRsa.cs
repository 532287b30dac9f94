using System.Security.Cryptography;

namespace MyNumber.Jpki.Tests.Signatures.Cms;

/// <summary>A key as a card's is: it gives its public half, signs hashes, counts them and does nothing else.</summary>
internal sealed class CountingRsa(RSA key) : RSA
{
    public int Signatures { get; private set; }

    public override int KeySize => key.KeySize;

    public override RSAParameters ExportParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw new CryptographicException("The key stays in the card.") : key.ExportParameters(false);

    public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();

    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        Signatures++;
        return key.SignHash(hash, hashAlgorithm, padding);
    }
}
