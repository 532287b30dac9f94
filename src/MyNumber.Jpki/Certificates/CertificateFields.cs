namespace MyNumber.Jpki.Certificates;

/// <summary>The fields of RFC 5280 §4.1 as slices of the certificate.</summary>
internal sealed class CertificateFields
{
    public required ReadOnlyMemory<byte> RawData { get; init; }

    public required ReadOnlyMemory<byte> ToBeSigned { get; init; }

    public required int Version { get; init; }

    public required ReadOnlyMemory<byte> SerialNumber { get; init; }

    public required string SignatureAlgorithm { get; init; }

    public required ReadOnlyMemory<byte> Signature { get; init; }

    public required ReadOnlyMemory<byte> IssuerName { get; init; }

    public required ReadOnlyMemory<byte> SubjectName { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset NotAfter { get; init; }

    public required PublicKeyFields PublicKey { get; init; }

    public required ExtensionFields Extensions { get; init; }
}
