using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Linting;

/// <summary>Of which certificates rows are being written, and how sure a row about them can be.</summary>
internal sealed record RuleSubject(CertificateProfile Profile, JpkiEnvironment Environment)
{
    public const string Specimens = "research notes: published certificates, cards and authority certificates";
    public const string OneSpecimen = "research notes: one specimen";

    public bool IsSignature => Profile.Purpose == CertificatePurpose.Signature;

    public string Prefix => IsSignature ? "JPKI-SIGN" : "JPKI-AUTH";

    /// <summary>What was seen on today's cards is inferred of the test environment's login certificate and of the next card, and not known of phones.</summary>
    public RuleConfidence Seen(RuleConfidence onCards = RuleConfidence.Confirmed)
    {
        bool alike = Profile.PublicKeyAlgorithm == Oids.RsaEncryption && (IsSignature || Environment != JpkiEnvironment.Test);
        return Profile.Medium == CertificateMedium.Phone ? RuleConfidence.Unknown
            : alike || onCards != RuleConfidence.Confirmed ? onCards
            : RuleConfidence.Inferred;
    }
}
