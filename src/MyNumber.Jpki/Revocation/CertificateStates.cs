namespace MyNumber.Jpki.Revocation;

/// <summary>From a reason of the pipeline to the state of the certificate.</summary>
internal static class CertificateStates
{
    /// <summary>A status is there only when the path held, and then it decides.</summary>
    public static CertificateState For(VerificationReason reason, RevocationState? status) => (reason, status) switch
    {
        (_, { } answered) => (CertificateState)answered,
        (VerificationReason.Expired, _) => CertificateState.Expired,
        (VerificationReason.NotYetValid, _) => CertificateState.NotYetValid,
        _ => CertificateState.NotAccepted,
    };
}
