using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Jpki.Authority.Applications;

/// <summary>What the registry office keeps of one application (申請), beside the certificates themselves. No attribute of the holder is in it.</summary>
/// <remarks>Immutable. <see cref="ToString"/> is masked.</remarks>
public sealed record ApplicationRecord
{
    /// <summary>Application ID (申請書ID).</summary>
    public required ApplicationId Id { get; init; }

    /// <summary>What was asked for.</summary>
    public required ApplicationKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public required ApplicationStage Stage { get; init; }

    /// <summary>The municipality that took it.</summary>
    public required Municipality Municipality { get; init; }

    /// <summary>The card's last day, Japan time; for a phone that of the card it was enrolled with.</summary>
    public required DateOnly CardExpiry { get; init; }

    /// <summary>The application whose place this one took; empty for a first one.</summary>
    public ApplicationId Replaces { get; init; }

    /// <summary>The card's application whose signature certificate signed this one; empty for a card.</summary>
    public ApplicationId Card { get; init; }

    /// <summary>The signature certificate (署名用電子証明書); empty when there is none.</summary>
    public CertificateIdentity Signature { get; init; }

    /// <summary>The user-authentication certificate (利用者証明用電子証明書); empty when there is none.</summary>
    public CertificateIdentity UserAuthentication { get; init; }

    /// <summary>Whether the certificates are a phone's.</summary>
    public bool IsPhone => Kind is ApplicationKind.Phone or ApplicationKind.PhoneSignature;

    /// <summary>The certificates that there are, the user-authentication certificate first.</summary>
    public IEnumerable<CertificateIdentity> Certificates => new[] { UserAuthentication, Signature }.Where(certificate => !certificate.IsEmpty);

    /// <summary>A mask; neither ID nor serial is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "ApplicationRecord(***)";
}
