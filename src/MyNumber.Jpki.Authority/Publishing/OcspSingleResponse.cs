using MyNumber.Jpki.Authority.Status;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>One SingleResponse before it is written.</summary>
/// <param name="Asked">The CertID of the request.</param>
/// <param name="CertId">CertID of the answer, DER.</param>
/// <param name="Status">The status, or null for unknown.</param>
/// <param name="ThisUpdate">thisUpdate.</param>
/// <param name="NextUpdate">nextUpdate.</param>
internal readonly record struct OcspSingleResponse(OcspCertId Asked, ReadOnlyMemory<byte> CertId, IssuedStatus? Status, DateTimeOffset ThisUpdate, DateTimeOffset NextUpdate);
