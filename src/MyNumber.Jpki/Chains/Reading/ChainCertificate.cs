using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Chains.Names;

namespace MyNumber.Jpki.Chains.Reading;

/// <summary>A certificate of any hierarchy (RFC 5280 §4.1) over its own bytes.</summary>
internal sealed class ChainCertificate
{
    public required ReadOnlyMemory<byte> RawData { get; init; }

    public required ReadOnlyMemory<byte> ToBeSigned { get; init; }

    public required int Version { get; init; }

    public required ReadOnlyMemory<byte> SerialNumber { get; init; }

    public required string SignatureAlgorithm { get; init; }

    public required ReadOnlyMemory<byte> Signature { get; init; }

    public required ChainName Issuer { get; init; }

    public required ChainName Subject { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset NotAfter { get; init; }

    public required PublicKeyFields PublicKey { get; init; }

    public required ChainExtensions Extensions { get; init; }

    public required KeyVerifier Key { get; init; }
}
