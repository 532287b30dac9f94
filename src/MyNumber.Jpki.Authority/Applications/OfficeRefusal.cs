namespace MyNumber.Jpki.Authority.Applications;

/// <summary>Why the registry office did not do what was asked. Nothing is changed then.</summary>
public enum OfficeRefusal
{
    /// <summary>It was done.</summary>
    None = 0,

    /// <summary>No such application.</summary>
    ApplicationUnknown = 1,

    /// <summary>The application ID was used before.</summary>
    ApplicationIdUsed = 2,

    /// <summary>The step does not follow from where the application stands.</summary>
    WrongStage = 3,

    /// <summary>Both certificates are declined or have no key: nothing to issue.</summary>
    NothingToIssue = 4,

    /// <summary>A public key is not a SubjectPublicKeyInfo of RSA, 2048 bits, exponent 65537.</summary>
    KeyUnfit = 5,

    /// <summary>The card's last day has passed.</summary>
    CardExpired = 6,

    /// <summary>Too early: renewal begins three months before the end.</summary>
    TooEarlyToRenew = 7,

    /// <summary>The signature certificate is still in force and would have to be revoked first.</summary>
    CertificateInForce = 8,

    /// <summary>There is no such certificate.</summary>
    CertificateMissing = 9,

    /// <summary>The one who calls or comes did not prove who it is.</summary>
    IdentityNotShown = 10,

    /// <summary>The hold of a card's certificate, or of a phone's signature certificate, is never lifted.</summary>
    HoldIsNeverLifted = 11,

    /// <summary>The holder is under fifteen or an adult ward and gets no signature certificate unless the office forces it.</summary>
    SignatureNotAllowed = 12,

    /// <summary>The signed application was not valid; its reason stands beside.</summary>
    SignedApplicationInvalid = 13,

    /// <summary>The status of the card's signature certificate could not be told; the reason stands beside.</summary>
    SignedApplicationUndetermined = 14,

    /// <summary>The certificate that signed is not one of a card that is in use.</summary>
    SignerIsNoCard = 15,

    /// <summary>The policies of phone certificates are not configured; they are not public.</summary>
    PhonePolicyUnknown = 16,

    /// <summary>The certificates of the application before have ended, or their user-authentication certificate is no longer in force.</summary>
    CertificateEnded = 17,

    /// <summary>The reason is not one of JPKI's for a revocation, 0 to 5.</summary>
    ReasonNotUsed = 18,
}
