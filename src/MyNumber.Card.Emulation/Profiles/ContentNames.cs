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
    public const string Integrity = "integrity";
    public const string InputSupportCertificate = "inputSupportCertificate";
    public const string SessionTransportKey = "sessionTransportKey";
    public const string SignedPublicKey = "signedPublicKey";
    public const string AgeRecord = "ageRecord";
    public const string CardFace = "cardFace";
    public const string SurfaceInformation = "surfaceInformation";
    public const string SurfaceCertificate = "surfaceCertificate";
    public const string NumberImage = "numberImage";
    public const string CardRecord = "cardRecord";
    public const string KeyReference = "keyReference";
    public const string IssuerKeyId = "issuerKeyId";
    public const string SerialNumber = "serialNumber";
    public const string MunicipalityCode = "municipalityCode";
    public const string Expiry = "expiry";
    public const string IntermediateKeyId = "intermediateKeyId";
    public const string IntermediateCertificate = "intermediateCertificate";
    public const string MunicipalityCertificate = "municipalityCertificate";

    /// <summary>Filler only.</summary>
    public const string Blank = "blank";

    /// <summary>The bytes stand in the profile itself.</summary>
    public const string Fixed = "fixed";
}
