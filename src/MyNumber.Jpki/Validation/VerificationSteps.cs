using static MyNumber.Jpki.VerificationReason;

namespace MyNumber.Jpki.Validation;

/// <summary>Which step finds which reason.</summary>
internal static class VerificationSteps
{
    /// <summary>The step of a reason; of a reason of no room here, <see cref="VerificationStep.Read"/>.</summary>
    public static VerificationStep Of(VerificationReason reason) => reason switch
    {
        None => VerificationStep.None,
        CertificateMalformed or HolderAttributesMalformed => VerificationStep.Read,
        ChainAuthorityExpected or ChainKeyMayNotSignCertificates or ChainPathTooLong or ChainNamesDifferInForm => VerificationStep.Path,
        ChainNameNotPermitted or ChainConstraintNotSupported or ChainPolicyNotSatisfied => VerificationStep.Path,
        ChainPurposeNotAllowed or ChainPurposeUndecided or ChainAlgorithmNotSupported => VerificationStep.Profile,
        ChainCrlExtensionUnrecognised or ChainCrlReasonsNotCovered or StatusNotAboutInstant => VerificationStep.Status,
        IssuerSignatureInvalid => VerificationStep.IssuerSignature,
        AnchorOutOfPeriod or NotYetValid or Expired => VerificationStep.Period,
        IssuerUnknown or IssuerGenerationUnknown => VerificationStep.Path,
        ExistenceNotProven => VerificationStep.Timestamp,
        DocumentMalformed or SignerNotFound or SeveralSigners or XmlMalformed or XmlTooLarge or JwsMalformed or JwsHeaderNotAccepted => VerificationStep.Read,
        WorkLimitExceeded or ChainWorkExceeded => VerificationStep.Read,
        _ => ByNumber((int)reason),
    };

    private static VerificationStep ByNumber(int number) => number switch
    {
        >= 110 and < 120 or >= 690 and < 710 => VerificationStep.Profile,
        >= 140 and < 200 => VerificationStep.Status,
        >= 300 and < 400 => VerificationStep.Challenge,
        >= 650 and < 670 => VerificationStep.Timestamp,
        >= 200 and < 300 or >= 640 and < 650 or >= 670 and < 690 or >= 710 and < 730 or >= 764 and < 780 or (int)ArchivedRecordMismatch => VerificationStep.Signature,
        _ => VerificationStep.Read,
    };
}
