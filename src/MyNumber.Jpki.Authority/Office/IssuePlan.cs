using MyNumber.Jpki.Authority.Applications;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Office;

/// <summary>What would be issued on an application, as judged at one moment.</summary>
internal sealed record IssuePlan
{
    public OfficeRefusal Refusal { get; init; }

    public required ApplicationKind Kind { get; init; }

    public required CardIssuance Request { get; init; }

    /// <summary>The application whose place is taken.</summary>
    public ApplicationRecord? Replaces { get; init; }

    /// <summary>The card's application that signed; for phones.</summary>
    public ApplicationRecord? Card { get; init; }

    public CertificateTemplate? Signature { get; init; }

    public CertificateTemplate? UserAuthentication { get; init; }

    /// <summary>The certificate that stays beside the new one.</summary>
    public CertificateIdentity Stays { get; init; }

    public DateTimeOffset? LatestSignatureEnd { get; init; }

    public DateTimeOffset? LatestUserAuthenticationEnd { get; init; }

    public static IssuePlan Refused(OfficeRefusal refusal, ApplicationKind kind, CardIssuance request) => new() { Refusal = refusal, Kind = kind, Request = request };

    public override string ToString() => $"IssuePlan({Kind}, {Refusal})";
}
