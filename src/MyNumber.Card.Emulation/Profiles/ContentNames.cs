namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Names under which a card profile asks for content.</summary>
internal static class ContentNames
{
    public const string SignatureCertificate = "signatureCertificate";
    public const string SignatureCaCertificate = "signatureCaCertificate";
    public const string AuthenticationCertificate = "authenticationCertificate";
    public const string AuthenticationCaCertificate = "authenticationCaCertificate";
    public const string CertificatePresence = "certificatePresence";
    public const string TokenInfo = "tokenInfo";
    public const string IndividualNumber = "individualNumber";
    public const string FourAttributes = "fourAttributes";

    /// <summary>The bytes stand in the profile itself.</summary>
    public const string Fixed = "fixed";
}
