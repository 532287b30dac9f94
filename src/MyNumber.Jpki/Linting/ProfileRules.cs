using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Linting;

/// <summary>The profiles as rows (プロファイル規則). Values that the verifier enforces are taken from its <see cref="CertificateProfile"/>, so there is one table of truths.</summary>
public static class ProfileRules
{
    /// <summary>Rows for a holder's certificate.</summary>
    /// <param name="profile">What the verifier enforces: one of <see cref="CertificateProfiles"/>, or your own for a phone or the next card.</param>
    /// <param name="environment">Whose names to expect. Production and test names are exact; a lab's must not look like them.</param>
    /// <returns>The rows; for a phone all that was seen on cards only is <see cref="RuleConfidence.Unknown"/>.</returns>
    public static ProfileRuleSet ForCertificate(CertificateProfile profile, JpkiEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(profile);
        RuleSubject subject = new(profile, environment);
        List<ProfileRule> rows = [.. FieldRules.Of(subject), .. ExtensionRules.Of(subject), .. IdentifierRules.Of(subject)];
        rows.AddRange(profile.HasHolder ? AttributeRules.Of(subject) : [AttributeRules.None(subject)]);
        return new ProfileRuleSet(subject.Prefix, profile, rows);
    }

    /// <summary>Rows for an authority's self-signed certificate (認証局の自己署名証明書), as the six published ones are.</summary>
    /// <param name="purpose">Which authority.</param>
    /// <param name="environment">Whose names to expect.</param>
    /// <returns>The rows.</returns>
    public static ProfileRuleSet ForAuthority(CertificatePurpose purpose, JpkiEnvironment environment) =>
        new("JPKI-CA", null, AuthorityRules.Of(purpose, environment));

    /// <summary>Rows for a certificate revocation list (失効リスト). The real lists' form is not public; these are RFC 5280 §5 and what the certificates let one conclude.</summary>
    /// <returns>The rows.</returns>
    public static ProfileRuleSet ForCrl() => new("JPKI-CRL", null, CrlRules.All);

    /// <summary>Rows for an OCSP answer. The real responder's form is not public; these are RFC 6960, RFC 5019 and RFC 9654.</summary>
    /// <returns>The rows.</returns>
    public static ProfileRuleSet ForOcspResponse() => new("JPKI-OCSP", null, OcspRules.All);
}
