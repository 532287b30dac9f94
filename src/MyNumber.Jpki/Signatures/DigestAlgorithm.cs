using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Signatures;

/// <summary>A digest that documents are signed with, and the names of the signature algorithms that belong to it. SHA-1 is in no row.</summary>
/// <param name="Oid">OID of the digest.</param>
/// <param name="Rsa">OID of RSA PKCS#1 v1.5 with this digest.</param>
/// <param name="Ecdsa">OID of ECDSA with this digest.</param>
/// <param name="Name">The platform's name.</param>
/// <param name="Size">Bytes of a digest.</param>
internal sealed record DigestAlgorithm(string Oid, string Rsa, string Ecdsa, HashAlgorithmName Name, int Size)
{
    private static readonly DigestAlgorithm[] Rows =
    [
        new(Oids.Sha256, Oids.Sha256WithRsa, Oids.EcdsaWithSha256, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes),
        new(Oids.Sha384, Oids.Sha384WithRsa, Oids.EcdsaWithSha384, HashAlgorithmName.SHA384, SHA384.HashSizeInBytes),
        new(Oids.Sha512, Oids.Sha512WithRsa, Oids.EcdsaWithSha512, HashAlgorithmName.SHA512, SHA512.HashSizeInBytes),
    ];

    public static DigestAlgorithm Sha256 => Rows[0];

    public static DigestAlgorithm? Find(string oid) => Array.Find(Rows, row => row.Oid == oid);

    public static DigestAlgorithm? Find(HashAlgorithmName name) => Array.Find(Rows, row => row.Name == name);

    /// <summary>The row of an argument that the caller gave.</summary>
    /// <exception cref="ArgumentException">Not SHA-256, SHA-384 or SHA-512.</exception>
    public static DigestAlgorithm Of(HashAlgorithmName name, string argument) =>
        Find(name) ?? throw new ArgumentException("Signatures are made and judged over SHA-256, SHA-384 and SHA-512.", argument);

    public byte[] Hash(ReadOnlySpan<byte> data) => CryptographicOperations.HashData(Name, data);
}
