using System.Collections.Frozen;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Linting;

/// <summary>Holds a certificate against every row of a profile (証明書の検査) and goes on after a flaw. It verifies no signature and asks for no status.</summary>
/// <remarks>Immutable and thread safe. Made for people who issue or take in certificates; the verifier decides without it.</remarks>
public sealed class CertificateLinter
{
    private static readonly FrozenDictionary<string, CertificateCheck> Checks =
        FieldChecks.All.Concat(ExtensionChecks.All).Concat(AttributeChecks.All).ToFrozenDictionary(StringComparer.Ordinal);

    private readonly ProfileRuleSet _rules;

    /// <summary>Lints by rows.</summary>
    /// <param name="rules">From <see cref="ProfileRules.ForCertificate"/> or <see cref="ProfileRules.ForAuthority"/>.</param>
    public CertificateLinter(ProfileRuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
    }

    /// <summary>Lints one certificate.</summary>
    /// <param name="der">Its DER, or anything else; it is not changed and not kept.</param>
    /// <returns>The report. No input throws; more than <see cref="JpkiCertificate.MaximumLength"/> bytes are not looked into.</returns>
    public LintReport Lint(ReadOnlyMemory<byte> der)
    {
        CertificateView view = CertificateView.Read(der);
        FindingList findings = new();
        if (view.Root is not null)
        {
            ExtensionLint.Judge(view.Extensions, _rules, findings);
            foreach (ProfileRule rule in _rules.Rules)
            {
                Judge(view, rule, findings);
            }
        }

        bool toldElsewhere = view.Flaw == CertificatePart.HolderAttributes && findings.Has(FindingRank.Error);
        if (view.Certificate is null && !toldElsewhere && _rules.Rules.FirstOrDefault(rule => rule.Topic == "DER") is { } form)
        {
            findings.Add(form, FindingKind.Malformed, 0, view.Flaw.ToString());
        }

        return new LintReport(_rules.Name, _rules.Rules.Count, findings.All);
    }

    private void Judge(CertificateView view, ProfileRule rule, FindingList findings)
    {
        if (rule.Topic == "EKU-PURPOSE" && _rules.Profile is not null)
        {
            ExtensionChecks.EnforcedPurposes(view, _rules.Profile, rule, findings);
        }
        else if (Checks.TryGetValue(rule.Topic, out CertificateCheck? check) && (rule.Extension is null || view.Find(rule.Extension) is not null))
        {
            check(view, rule, findings);
        }
    }
}
