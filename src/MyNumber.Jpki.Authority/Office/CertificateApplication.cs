using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Jpki.Authority.Office;

/// <summary>An application for a card's certificates (電子証明書の発行申請) as the counter takes it. The keys were made in the card; their public halves stand here.</summary>
/// <remarks><see cref="ToString"/> is masked.</remarks>
public sealed record CertificateApplication
{
    /// <summary>Application ID (申請書ID), used once.</summary>
    public required ApplicationId Id { get; init; }

    /// <summary>The holder's four attributes (基本4情報) with their flags.</summary>
    public required HolderAttributes Holder { get; init; }

    /// <summary>The municipality that the holder lives in.</summary>
    public required Municipality Municipality { get; init; }

    /// <summary>The card's last day, Japan time.</summary>
    public required DateOnly CardExpiry { get; init; }

    /// <summary>SubjectPublicKeyInfo (DER) of the card's signature key; empty when there is none.</summary>
    public ReadOnlyMemory<byte> SignatureKey { get; init; }

    /// <summary>SubjectPublicKeyInfo (DER) of the card's user-authentication key; empty when there is none.</summary>
    public ReadOnlyMemory<byte> UserAuthenticationKey { get; init; }

    /// <summary>The signature certificate is not wanted (署名用電子証明書 発行不要).</summary>
    public bool DeclinesSignature { get; init; }

    /// <summary>The user-authentication certificate is not wanted (利用者証明用電子証明書 発行不要).</summary>
    public bool DeclinesUserAuthentication { get; init; }

    /// <summary>The holder is an adult ward (成年被後見人): no signature certificate unless forced.</summary>
    public bool IsAdultWard { get; init; }

    /// <summary>The office issues a signature certificate in spite of age or guardianship.</summary>
    public bool ForcesSignature { get; init; }

    /// <summary>A mask; nothing of the holder is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "CertificateApplication(***)";
}
