using MyNumber.Jpki;
using MyNumber.Jpki.Revocation;

namespace StatusWatch;

/// <summary>What the watch must find out about a customer, told from the customer's fate alone. Nothing of it passes through the library.</summary>
internal readonly record struct Truth(CertificateState State, VerificationReason Reason, RevocationReason? Revocation)
{
    /// <summary>A list that was made at midnight does not know of a call after midnight; the responder does.</summary>
    public static Truth Of(Customer customer) => customer.Fate switch
    {
        Fate.Moves => Revoked(RevocationReason.AffiliationChanged),
        Fate.Renews => Revoked(RevocationReason.Superseded),
        Fate.Dies or Fate.ReturnsCard => Revoked(RevocationReason.CessationOfOperation),
        Fate.LeaksKey => Revoked(RevocationReason.KeyCompromise),
        Fate.LosesCard => Held,
        Fate.LosesCardAfterMidnight when customer.District.ListIsLate => Held,
        Fate.Expires => new Truth(CertificateState.Expired, VerificationReason.Expired, null),
        Fate.CopyIsDamaged => new Truth(CertificateState.NotAccepted, VerificationReason.IssuerSignatureInvalid, null),
        _ => new Truth(CertificateState.Good, VerificationReason.None, null),
    };

    private static Truth Held => new(CertificateState.Held, VerificationReason.Held, RevocationReason.CertificateHold);

    private static Truth Revoked(RevocationReason reason) => new(CertificateState.Revoked, VerificationReason.Revoked, reason);
}
