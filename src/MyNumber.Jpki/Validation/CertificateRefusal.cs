using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;

namespace MyNumber.Jpki.Validation;

/// <summary>What a refusal before status stood on, so that the other reasons can be told when somebody asks. Made on refusal only.</summary>
internal sealed record CertificateRefusal(JpkiCertificate? Certificate, PathVerifier? Paths, DateTimeOffset At)
{
    /// <summary>All reasons against the path; empty when the certificate could not be read.</summary>
    public IReadOnlyList<VerificationReason> Collect() => Certificate is null || Paths is null ? [] : Paths.Collect(Certificate, At);
}
