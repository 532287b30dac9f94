using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority;

/// <summary>Names, policies and rules of a lab.</summary>
public sealed record LabAuthorityOptions
{
    /// <summary>Names of the signature authority.</summary>
    public AuthorityNaming SignatureNaming { get; init; } = AuthorityNaming.Lab(CertificatePurpose.Signature);

    /// <summary>Names of the user-authentication authority.</summary>
    public AuthorityNaming UserAuthenticationNaming { get; init; } = AuthorityNaming.Lab(CertificatePurpose.UserAuthentication);

    /// <summary>Policy OIDs.</summary>
    public PolicyEnvironment Environment { get; init; } = PolicyEnvironment.ProductionShape;

    /// <summary>Whether signature certificates name the OCSP responder; the only specimen does not.</summary>
    public bool SignatureNamesOcspResponder { get; init; }

    /// <summary>Serial numbers of signature certificates; <see langword="null"/> counts from 04000001.</summary>
    /// <remarks>Both authorities count in the same range by default, so the same serial means two people's certificates: compare the issuer too.</remarks>
    public ISerialSource? SignatureSerials { get; init; }

    /// <summary>Serial numbers of user-authentication certificates; <see langword="null"/> counts from 04000001.</summary>
    public ISerialSource? UserAuthenticationSerials { get; init; }

    /// <summary>The birthday of someone born on 29 February.</summary>
    public LeapDayRule LeapDay { get; init; } = LeapDayRule.LastOfFebruary;

    /// <summary>Which time is published when a held certificate is revoked.</summary>
    public RevocationDateRule RevocationDate { get; init; } = RevocationDateRule.KeepHoldTime;

    /// <summary>How long a generation issues before the next one begins; the real ones followed each other in about four years.</summary>
    public TimeSpan GenerationCadence { get; init; } = TimeSpan.FromDays(4 * 365);

    /// <summary>How long before the lab's start the current generation began.</summary>
    public TimeSpan CurrentGenerationAge { get; init; } = TimeSpan.FromDays(200);

    /// <summary>Limits and timing of the responder.</summary>
    public OcspResponderOptions Responder { get; init; } = new();

    /// <summary>When lists are published and how long they last.</summary>
    public CrlScheduleOptions Lists { get; init; } = new();

    internal AuthorityNaming Naming(CertificatePurpose purpose) => purpose == CertificatePurpose.Signature ? SignatureNaming : UserAuthenticationNaming;
}
