namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>What a request asks: certificates, and the nonce extension's value as it came.</summary>
internal sealed record OcspRequest(IReadOnlyList<OcspCertId> Certificates, ReadOnlyMemory<byte>? Nonce)
{
    /// <summary>tbsRequest, DER.</summary>
    internal ReadOnlyMemory<byte> ToBeSigned { get; init; }

    /// <summary>optionalSignature with its tag, DER; empty when there is none.</summary>
    internal ReadOnlyMemory<byte> Signature { get; init; }
}
