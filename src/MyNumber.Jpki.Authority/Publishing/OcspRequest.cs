namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>What a request asks: certificates, and the nonce extension's value as it came.</summary>
internal sealed record OcspRequest(IReadOnlyList<OcspCertId> Certificates, ReadOnlyMemory<byte>? Nonce);
