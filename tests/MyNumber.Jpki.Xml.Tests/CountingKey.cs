using System.Security.Cryptography;

namespace MyNumber.Jpki.Xml.Tests;

/// <summary>A key that counts how often it is asked, as a card counts tries.</summary>
internal sealed class CountingKey(RSA key) : RSA
{
    public int Asked { get; private set; }

    public override RSAParameters ExportParameters(bool includePrivateParameters) => key.ExportParameters(false);

    public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();

    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        Asked++;
        return key.SignHash(hash, hashAlgorithm, padding);
    }
}
