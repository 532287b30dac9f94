namespace MyNumber.Jpki.Authority.Timestamps;

/// <summary>A TimeStampReq (RFC 3161 §2.4.1) that was read.</summary>
/// <param name="Imprint">messageImprint, DER; goes back as it came.</param>
/// <param name="Policy">The policy that is asked for; <see langword="null"/> for the authority's own.</param>
/// <param name="Nonce">The nonce as INTEGER contents; empty when absent.</param>
/// <param name="WantsCertificate">Whether the token must bring the authority's certificate.</param>
internal sealed record TimestampQuestion(ReadOnlyMemory<byte> Imprint, string? Policy, ReadOnlyMemory<byte> Nonce, bool WantsCertificate);
