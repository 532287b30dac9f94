using System.Security.Cryptography;

namespace MyNumber.JpkiFuzz.Rsa;

/// <summary>A signature that holds, with its key on the platform.</summary>
internal sealed record SignedCase(RSA Key, RSAParameters Public, HashAlgorithmName Algorithm, byte[] Digest, byte[] Signature);
