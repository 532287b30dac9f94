using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Linting;

/// <summary>Holds an OCSP answer against every row and goes on after a flaw. It verifies no signature and compares no nonce.</summary>
/// <remarks>Immutable and thread safe.</remarks>
public sealed class OcspResponseLinter
{
    private const byte Successful = 0;

    private readonly ProfileRuleSet _rules;

    /// <summary>Lints by rows.</summary>
    /// <param name="rules">From <see cref="ProfileRules.ForOcspResponse"/>.</param>
    public OcspResponseLinter(ProfileRuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
    }

    /// <summary>Lints one answer.</summary>
    /// <param name="der">Its DER, or anything else; it is not changed and not kept.</param>
    /// <returns>The report. No input throws.</returns>
    public LintReport Lint(ReadOnlyMemory<byte> der)
    {
        TopicLint lint = new(_rules);
        DerElement? root = DerElement.ReadOne(der, 0);
        if (root?[0] is not { Content.Length: 1 } status || !status.Is(UniversalTagNumber.Enumerated))
        {
            lint.Tell("DER", FindingKind.Malformed, null);
        }
        else if (status.Content.Span[0] != Successful)
        {
            lint.Tell("STATUS", FindingKind.Value, status);
            lint.Demand("DER", root.Children!.Count == 1 && status.Content.Span[0] is 1 or 2 or 3 or 5 or 6, FindingKind.Value, status);
        }
        else
        {
            JudgeBytes(lint, root[1]?[0]);
        }

        return new LintReport(_rules.Name, _rules.Rules.Count, lint.Findings.All);
    }

    private static void JudgeBytes(TopicLint lint, DerElement? bytes)
    {
        lint.Demand("TYPE", bytes?[0]?.Oid == Oids.OcspBasic, FindingKind.Value, bytes);
        DerElement? basic = bytes?[1] is { } octets && octets.Is(UniversalTagNumber.OctetString) ? DerElement.ReadOne(octets.Content, octets.ContentOffset) : null;
        if (basic?.Children is not ([{ Children: not null }, _, _] or [{ Children: not null }, _, _, _]) || !basic[2]!.Is(UniversalTagNumber.BitString))
        {
            lint.Tell("DER", FindingKind.Malformed, bytes);
            return;
        }

        lint.With("SIGALG", rule => FieldChecks.Algorithm(basic[1], basic[1], rule, lint.Findings));
        JudgeSigners(lint, basic[3]?[0]);
        new OcspDataLint(lint).Judge(basic[0]!);
    }

    private static void JudgeSigners(TopicLint lint, DerElement? certificates)
    {
        foreach (DerElement certificate in certificates?.Children ?? [])
        {
            CertificateView view = CertificateView.Read(certificate.Encoded);
            bool mayAnswer = view.Find(Oids.ExtendedKeyUsage)?.Value?.Children?.Exists(purpose => purpose.Oid == Oids.OcspSigning) == true;
            lint.Demand("SIGNER", mayAnswer, FindingKind.Value, certificate);
            lint.Demand("SIGNER-NOCHECK", !mayAnswer || view.Find(Oids.OcspNoCheck) is not null, FindingKind.Missing, certificate);
        }
    }
}
