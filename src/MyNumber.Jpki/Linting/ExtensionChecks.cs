using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;

namespace MyNumber.Jpki.Linting;

/// <summary>Checks of the values of extensions; presence and marks are judged elsewhere.</summary>
internal static class ExtensionChecks
{
    public static IEnumerable<KeyValuePair<string, CertificateCheck>> All =>
    [
        new("KU", Exact), new("CA", Exact), new("EKU", Purposes), new("CP", PolicyCount), new("CP-OID", Policy), new("CP-CPS", Qualifier),
        new("IAN", AlternativeName), new("ALT", AlternativeName), new("CRLDP", DistributionPoint), new("AIA", Access),
        new("AKI", KeyIdentifier), new("AKI-ISSUER", AuthorityIssuer), new("AKI-SERIAL", AuthoritySerial), new("SKI", SubjectKey),
    ];

    /// <summary>What the verifier says of purposes, in its own words.</summary>
    public static void EnforcedPurposes(CertificateView view, CertificateProfile profile, ProfileRule rule, FindingList findings)
    {
        if (view.Certificate is { } certificate && !ProfileCheck.HasPurposesOf(certificate, profile))
        {
            findings.Add(rule, FindingKind.Value, view.Find(Oids.ExtendedKeyUsage)?.Whole);
        }
    }

    private static DerElement? ValueOf(CertificateView view, string oid) => view.Find(oid)?.Value;

    private static void Exact(CertificateView view, ProfileRule rule, FindingList findings)
    {
        if (view.Find(rule.Extension!) is { Value: { } value } && rule.Value is { } wanted && Convert.ToHexString(value.Encoded.Span) != wanted)
        {
            bool sameType = wanted.StartsWith(value.Encoded.Span[0].ToString("X2", CultureInfo.InvariantCulture), StringComparison.Ordinal);
            findings.Add(rule, sameType ? FindingKind.Value : FindingKind.Encoding, value);
        }
    }

    private static void Purposes(CertificateView view, ProfileRule rule, FindingList findings)
    {
        if (rule.Value is { } wanted && ValueOf(view, Oids.ExtendedKeyUsage) is { } value && string.Join(' ', (value.Children ?? []).Select(child => child.Oid)) != wanted)
        {
            findings.Add(rule, FindingKind.Value, value);
        }
    }

    private static void PolicyCount(CertificateView view, ProfileRule rule, FindingList findings)
    {
        if (ValueOf(view, Oids.CertificatePolicies) is { } value && value.Children?.Count != 1)
        {
            findings.Add(rule, FindingKind.Value, value);
        }
    }

    private static void Policy(CertificateView view, ProfileRule rule, FindingList findings)
    {
        if (ValueOf(view, Oids.CertificatePolicies) is { Children: [{ } policy, ..] } && policy[0]?.Oid != rule.Value)
        {
            findings.Add(rule, FindingKind.Value, policy, "0.policyIdentifier");
        }
    }

    private static void Qualifier(CertificateView view, ProfileRule rule, FindingList findings)
    {
        if (ValueOf(view, Oids.CertificatePolicies) is not { Children: [{ } policy, ..] })
        {
            return;
        }

        if (policy[1]?.Children is not [{ } qualifier])
        {
            findings.Add(rule, policy[1] is null ? FindingKind.Missing : FindingKind.Value, policy[1] ?? policy, "0.policyQualifiers");
        }
        else if (qualifier[1]?.Is(UniversalTagNumber.IA5String) != true)
        {
            findings.Add(rule, FindingKind.Encoding, qualifier, "0.policyQualifiers.0");
        }
        else if (qualifier[0]?.Oid != Oids.CpsQualifier || (rule.Value is { } wanted && Encoding.ASCII.GetString(qualifier[1]!.Content.Span) != wanted))
        {
            findings.Add(rule, FindingKind.Value, qualifier, "0.policyQualifiers.0");
        }
    }

    private static void AlternativeName(CertificateView view, ProfileRule rule, FindingList findings)
    {
        if (view.Find(rule.Extension!) is { Value: { } value })
        {
            FieldChecks.Name(value.Children is [{ } only] && only.IsContext(4) ? only[0] : null, rule, findings);
        }
    }

    private static void DistributionPoint(CertificateView view, ProfileRule rule, FindingList findings)
    {
        if (ValueOf(view, Oids.CrlDistributionPoints) is not { } value)
        {
            return;
        }

        bool plain = value.Children is [{ Children: [{ Children: [{ Children: [{ } name] } full] } point] }] && point.IsContext(0) && full.IsContext(0) && name.IsContext(4);
        if (!plain)
        {
            findings.Add(rule, FindingKind.Value, value, "0");
            return;
        }

        FieldChecks.Name(value[0]![0]![0]![0]![0], rule, findings);
    }

    private static void Access(CertificateView view, ProfileRule rule, FindingList findings)
    {
        if (rule.Presence == RulePresence.Forbidden || ValueOf(view, Oids.AuthorityInfoAccess) is not { } value)
        {
            return;
        }

        bool one = value.Children is [{ Children: [{ Oid: Oids.Ocsp }, { } address] }] && address.IsContext(6);
        if (!one || (rule.Value is { } wanted && Encoding.ASCII.GetString(value[0]![1]!.Content.Span) != wanted))
        {
            findings.Add(rule, FindingKind.Value, value);
        }
    }

    private static DerElement? AuthorityPart(CertificateView view, int number) =>
        ValueOf(view, Oids.AuthorityKeyIdentifier)?.Children?.Find(child => child.IsContext(number));

    private static void KeyIdentifier(CertificateView view, ProfileRule rule, FindingList findings)
    {
        DerElement? key = AuthorityPart(view, 0);
        if (key is null || (rule.Value is { } wanted && key.Content.Length.ToString(CultureInfo.InvariantCulture) != wanted))
        {
            findings.Add(rule, key is null ? FindingKind.Missing : FindingKind.Value, key, "keyIdentifier");
        }
    }

    private static void AuthorityIssuer(CertificateView view, ProfileRule rule, FindingList findings)
    {
        DerElement? issuer = AuthorityPart(view, 1);
        bool right = issuer?.Children is [{ Children: [{ } name] } only] && only.IsContext(4) && view.Issuer?.Encoded.Span.SequenceEqual(name.Encoded.Span) == true;
        if (!right)
        {
            findings.Add(rule, issuer is null ? FindingKind.Missing : FindingKind.Value, issuer, "authorityCertIssuer");
        }
    }

    private static void AuthoritySerial(CertificateView view, ProfileRule rule, FindingList findings)
    {
        if (AuthorityPart(view, 2) is null)
        {
            findings.Add(rule, FindingKind.Missing, null, "authorityCertSerialNumber");
        }
    }

    private static void SubjectKey(CertificateView view, ProfileRule rule, FindingList findings)
    {
        PublicKeyFields? key = view.PublicKey?.Value((ref DerReader reader) => PublicKeyFields.Read(ref reader));
        if (ValueOf(view, Oids.SubjectKeyIdentifier) is { } value
            && (key is null || !value.Is(UniversalTagNumber.OctetString) || !value.Content.Span.SequenceEqual(SHA1.HashData(key.KeyBits.Span))))
        {
            findings.Add(rule, FindingKind.Value, value);
        }
    }
}
