namespace MyNumber.Jpki.Certificates;

/// <summary>What to say of a certificate that cannot be read.</summary>
internal static class ReadingReasons
{
    /// <summary>The reason for a flaw at a place.</summary>
    public static VerificationReason ToReason(this CertificatePart flaw) => flaw switch
    {
        CertificatePart.None => VerificationReason.None,
        CertificatePart.HolderAttributes => VerificationReason.HolderAttributesMalformed,
        _ => VerificationReason.CertificateMalformed,
    };
}
