using System.Globalization;
using System.Text;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Numbering.People;

namespace MyNumber.Jpki.Linting;

/// <summary>Checks of the four attributes in subjectAltName, each for itself so that one flaw does not hide another.</summary>
internal static class AttributeChecks
{
    public static IEnumerable<KeyValuePair<string, CertificateCheck>> All =>
    [
        new("SAN", Arc), new("SAN-FORM", Forms), new("SAN-REPEATED", Repeated), new("SAN-ORDER", Order), new("SAN-OTHER", Others), new("SAN-FORMS", OtherForms),
        new("SAN-NAME", (view, rule, findings) => Text(view, rule, findings, _ => true)),
        new("SAN-ADDRESS", (view, rule, findings) => Text(view, rule, findings, _ => true)),
        new("SAN-SEX", (view, rule, findings) => Text(view, rule, findings, text => text.Length == 1 && char.IsAsciiDigit(text[0]))),
        new("SAN-BIRTH", (view, rule, findings) => Text(view, rule, findings, text => Date(text) is not null)),
        new("SAN-NAME-FLAGS", (view, rule, findings) => Text(view, rule, findings, text => HolderAttributes.AreFlagsOf(text, TextOf(view, Oids.PersonName) ?? text))),
        new("SAN-ADDRESS-FLAGS", (view, rule, findings) => Text(view, rule, findings, text => HolderAttributes.AreFlagsOf(text, TextOf(view, Oids.PersonAddress) ?? text))),
        new("SAN-SEX-VALUE", (view, rule, findings) => Judge(view, rule, findings, Oids.PersonSex, text => rule.Value?.Split(' ').Contains(text) != false)),
        new("SAN-ERA", (view, rule, findings) => Judge(view, rule, findings, Oids.PersonBirthDate, text => Date(text) is not { IsFullyKnown: true } date || date.IsEraConsistent)),
        new("SAN-BIRTH-PARTS", (view, rule, findings) => Judge(view, rule, findings, Oids.PersonBirthDate, text => Date(text) is not { IsFullyKnown: false })),
        new("SAN-ADDRESS-LENGTH", (view, rule, findings) => Judge(view, rule, findings, Oids.PersonAddress, text => text.EnumerateRunes().Count() <= Most(rule.Value))),
    ];

    private static List<DerElement> Names(CertificateView view) => view.Find(Oids.SubjectAltName)?.Value?.Children ?? [];

    private static bool IsOfArc(DerElement name) =>
        name.IsContext(0) && name[0]?.Oid?.StartsWith(Oids.PersonalDataArc + ".", StringComparison.Ordinal) == true;

    private static DerElement? Find(CertificateView view, string oid) => Names(view).Find(name => name.IsContext(0) && name[0]?.Oid == oid);

    private static string? TextOf(CertificateView view, string oid) => Find(view, oid)?[1]?[0]?.Value((ref DerReader reader) => reader.ReadUtf8String());

    private static BirthDate? Date(string text) => BirthDate.TryParseCertificate(Encoding.UTF8.GetBytes(text), out BirthDate date) ? date : null;

    private static void Arc(CertificateView view, ProfileRule rule, FindingList findings)
    {
        if (rule.Presence != RulePresence.Forbidden && !Names(view).Exists(IsOfArc))
        {
            findings.Add(rule, FindingKind.Missing, view.Find(Oids.SubjectAltName)?.Whole);
        }
    }

    private static void Forms(CertificateView view, ProfileRule rule, FindingList findings)
    {
        foreach (DerElement name in Names(view).Where(name => name.IsContext(0)))
        {
            if (name.Children is not [{ Oid: not null }, { Children: [_] } value] || !value.IsContext(0))
            {
                findings.Add(rule, FindingKind.Malformed, name);
            }
        }
    }

    private static void Repeated(CertificateView view, ProfileRule rule, FindingList findings)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (DerElement name in Names(view).Where(IsOfArc))
        {
            if (!seen.Add(name[0]!.Oid!))
            {
                findings.Add(rule, FindingKind.Repeated, name);
            }
        }
    }

    private static void Order(CertificateView view, ProfileRule rule, FindingList findings)
    {
        int highest = 0;
        foreach (DerElement name in Names(view).Where(IsOfArc))
        {
            int place = Array.IndexOf(AttributeRules.WireOrder, name[0]!.Oid);
            if (place >= 0 && place < highest)
            {
                findings.Add(rule, FindingKind.Order, name);
                return;
            }

            highest = Math.Max(highest, place);
        }
    }

    private static void Others(CertificateView view, ProfileRule rule, FindingList findings)
    {
        foreach (DerElement name in Names(view).Where(name => IsOfArc(name) && !AttributeRules.WireOrder.Contains(name[0]!.Oid)))
        {
            findings.Add(rule, FindingKind.Unexpected, name);
        }
    }

    private static void OtherForms(CertificateView view, ProfileRule rule, FindingList findings)
    {
        foreach (DerElement name in Names(view).Where(name => !IsOfArc(name)))
        {
            findings.Add(rule, FindingKind.Unexpected, name);
        }
    }

    private static void Text(CertificateView view, ProfileRule rule, FindingList findings, Func<string, bool> fits)
    {
        if (Find(view, rule.Value ?? string.Empty) is not { } name)
        {
            findings.Add(rule, FindingKind.Missing, view.Find(Oids.SubjectAltName)?.Whole);
        }
        else if (TextOf(view, rule.Value!) is not { } text)
        {
            findings.Add(rule, FindingKind.Encoding, name);
        }
        else if (!fits(text))
        {
            findings.Add(rule, FindingKind.Value, name);
        }
    }

    private static void Judge(CertificateView view, ProfileRule rule, FindingList findings, string oid, Func<string, bool> fits)
    {
        if (TextOf(view, oid) is { } text && !fits(text))
        {
            findings.Add(rule, FindingKind.Value, Find(view, oid));
        }
    }

    private static int Most(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int most) ? most : int.MaxValue;
}
