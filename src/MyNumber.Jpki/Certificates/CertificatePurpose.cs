namespace MyNumber.Jpki.Certificates;

/// <summary>Which of JPKI's two certificates (電子証明書) is meant. Each has its own authority, anchors and profile.</summary>
public enum CertificatePurpose
{
    /// <summary>Signature certificate (署名用電子証明書): carries the four attributes, signs documents.</summary>
    Signature,

    /// <summary>User-authentication certificate (利用者証明用電子証明書): carries no personal attribute, proves the holder at login.</summary>
    UserAuthentication,
}
