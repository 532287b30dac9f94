using System.Security.Cryptography;

namespace MyNumber.Jpki.Rsa;

/// <summary>One RSASSA-PKCS1-v1_5 signature to be verified among many.</summary>
/// <param name="Key">The key; give one object to all signatures under it, so that its constants are computed once. A check without a key does not hold.</param>
/// <param name="Algorithm">SHA-256, SHA-384 or SHA-512.</param>
/// <param name="Digest">The digest of what was signed.</param>
/// <param name="Signature">The signature.</param>
public readonly record struct RsaSignatureCheck(RsaVerificationKey Key, HashAlgorithmName Algorithm, ReadOnlyMemory<byte> Digest, ReadOnlyMemory<byte> Signature);
