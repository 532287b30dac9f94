using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Linting;

/// <summary>Holds a certificate revocation list (失効リスト) against every row and goes on after a flaw. It verifies no signature.</summary>
/// <remarks>Immutable and thread safe. Entries are walked once, without an object kept for any beyond the check for repeated ones.</remarks>
public sealed class CrlLinter
{
    private readonly ProfileRuleSet _rules;

    /// <summary>Lints by rows.</summary>
    /// <param name="rules">From <see cref="ProfileRules.ForCrl"/>.</param>
    public CrlLinter(ProfileRuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
    }

    /// <summary>Lints one list.</summary>
    /// <param name="der">Its DER, or anything else; it is not changed and not kept.</param>
    /// <returns>The report. No input throws.</returns>
    public LintReport Lint(ReadOnlyMemory<byte> der)
    {
        TopicLint lint = new(_rules);
        if (DerElement.ReadOne(der, 0) is { Children: [{ } list, { } algorithm, { } signature] } && signature.Is(UniversalTagNumber.BitString) && list.Children is { } parts)
        {
            Judge(lint, parts, algorithm);
        }
        else
        {
            lint.Tell("DER", FindingKind.Malformed, null);
        }

        return new LintReport(_rules.Name, _rules.Rules.Count, lint.Findings.All);
    }

    private void Judge(TopicLint lint, List<DerElement> parts, DerElement outerAlgorithm)
    {
        int at = 0;
        bool versioned = parts.Count != 0 && parts[0].Is(UniversalTagNumber.Integer);
        lint.Demand("VERSION", versioned && parts[at++].Content.Span is [1], FindingKind.Value, parts.ElementAtOrDefault(0));
        DerElement? inner = parts.ElementAtOrDefault(at++), issuer = parts.ElementAtOrDefault(at++), thisUpdate = parts.ElementAtOrDefault(at++);
        lint.With("SIGALG", rule => FieldChecks.Algorithm(inner, outerAlgorithm, rule, lint.Findings));
        lint.With("ISSUER", rule => FieldChecks.Name(issuer, rule, lint.Findings));
        lint.With("TIME-TYPE", rule => FieldChecks.TimeType(thisUpdate, rule, lint.Findings, "thisUpdate"));
        DerElement? nextUpdate = parts.ElementAtOrDefault(at);
        bool hasNext = nextUpdate is not null && (nextUpdate.Is(UniversalTagNumber.UtcTime) || nextUpdate.Is(UniversalTagNumber.GeneralizedTime));
        if (hasNext)
        {
            at++;
            lint.With("TIME-TYPE", rule => FieldChecks.TimeType(nextUpdate, rule, lint.Findings, "nextUpdate"));
        }

        DateTimeOffset start = FieldChecks.Time(thisUpdate);
        lint.Demand("NEXT-UPDATE", hasNext && FieldChecks.Time(nextUpdate) > start, hasNext ? FindingKind.Value : FindingKind.Missing, nextUpdate);
        if (parts.ElementAtOrDefault(at) is { } entries && entries.Is(UniversalTagNumber.Sequence))
        {
            at++;
            new CrlEntryLint(lint, start).Judge(entries);
        }

        List<ExtensionView> extensions = ExtensionView.ReadList(parts.ElementAtOrDefault(at) is { } wrapper && wrapper.IsContext(0) ? wrapper[0] : null);
        ExtensionLint.Judge(extensions, _rules, lint.Findings);
        JudgeValues(lint, extensions);
    }

    private static void JudgeValues(TopicLint lint, List<ExtensionView> extensions)
    {
        if (extensions.Find(extension => extension.Oid == Oids.AuthorityKeyIdentifier) is { } authority)
        {
            lint.Demand("AKI", authority.Value?.Children?.Exists(part => part.IsContext(0)) == true, FindingKind.Value, authority.Whole);
        }

        if (extensions.Find(extension => extension.Oid == Oids.CrlNumber) is { } number)
        {
            bool right = number.Value is { Content.Length: >= 1 and <= 20 } value && value.Is(UniversalTagNumber.Integer) && value.Content.Span[0] < 0x80;
            lint.Demand("NUMBER", right, FindingKind.Value, number.Whole);
        }

        if (extensions.Find(extension => extension.Oid == Oids.IssuingDistributionPoint) is { } point)
        {
            bool plain = point.Value?.Children?.TrueForAll(part => part.IsContext(0) || part.IsContext(1)) == true
                && point.Value[0] is { } name && name.IsContext(0) && name[0]?.IsContext(0) == true && name[0]!.Children is [{ } only] && only.IsContext(4);
            lint.Demand("IDP-SCOPE", plain, FindingKind.Value, point.Whole);
        }
    }
}
