using MyNumber.Jpki.Authority.Status;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>One SingleResponse before it is written.</summary>
/// <param name="CertId">CertID, DER.</param>
/// <param name="Status">The status, or null for unknown.</param>
/// <param name="ThisUpdate">thisUpdate.</param>
/// <param name="NextUpdate">nextUpdate.</param>
internal readonly record struct OcspSingleResponse(ReadOnlyMemory<byte> CertId, IssuedStatus? Status, DateTimeOffset ThisUpdate, DateTimeOffset NextUpdate);
