using System.Security.Cryptography;

namespace MyNumber.Card.Applications.Jpki;

/// <summary>Lets the card sign a hash, synchronously.</summary>
internal delegate byte[] CardHashSigner(HashAlgorithmName algorithm, ReadOnlySpan<byte> hash);
