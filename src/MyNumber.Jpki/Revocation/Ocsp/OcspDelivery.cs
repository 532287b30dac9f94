namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>What came over the wire: bytes that are still to be judged, or why they are not.</summary>
/// <param name="Response">The body, as far as it was kept.</param>
/// <param name="Failure">None when the body can be judged.</param>
internal readonly record struct OcspDelivery(ReadOnlyMemory<byte> Response, VerificationReason Failure);
