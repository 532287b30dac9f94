using System.Formats.Asn1;
using System.Globalization;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Linting;

/// <summary>Checks of the fields of TBSCertificate.</summary>
internal static class FieldChecks
{
    public static IEnumerable<KeyValuePair<string, CertificateCheck>> All =>
    [
        new("VERSION", Version), new("SERIAL", Serial), new("SERIAL-LENGTH", SerialLength), new("SIGALG", Algorithm),
        new("ISSUER", (view, rule, findings) => Name(view.Issuer, rule, findings)), new("SUBJECT", (view, rule, findings) => Name(view.Subject, rule, findings)),
        new("SELF", Self), new("TIME-TYPE", TimeTypes), new("NOT-AFTER", LastSecond), new("LIFETIME", Lifetime), new("KEY", Key),
    ];

    private static void Version(CertificateView view, ProfileRule rule, FindingList findings)
    {
        int version = view.Version?.Value((ref DerReader reader) => reader.ReadSmallInteger()) ?? 0;
        if (rule.Value is { } wanted && version.ToString(CultureInfo.InvariantCulture) != wanted)
        {
            findings.Add(rule, FindingKind.Value, view.Version ?? view.ToBeSigned);
        }
    }

    private static void Serial(CertificateView view, ProfileRule rule, FindingList findings) => Serial(view.Serial, rule, findings);

    /// <summary>A serial number of at most as many octets as the row says, positive and in the shortest form.</summary>
    public static void Serial(DerElement? serial, ProfileRule rule, FindingList findings, string? path = null)
    {
        if (serial?.Is(UniversalTagNumber.Integer) != true || serial.Content.IsEmpty)
        {
            findings.Add(rule, FindingKind.Encoding, serial, path);
            return;
        }

        ReadOnlySpan<byte> content = serial.Content.Span;
        if (content.Length > Number(rule.Value) || content[0] >= 0x80 || content.TrimStart((byte)0).IsEmpty)
        {
            findings.Add(rule, FindingKind.Value, serial, path);
        }
        else if (content.Length > 1 && content[0] == 0 && content[1] < 0x80)
        {
            findings.Add(rule, FindingKind.Encoding, serial, path);
        }
    }

    private static void SerialLength(CertificateView view, ProfileRule rule, FindingList findings)
    {
        if (view.Serial is { } serial && serial.Content.Length > Number(rule.Value))
        {
            findings.Add(rule, FindingKind.Value, serial);
        }
    }

    private static void Algorithm(CertificateView view, ProfileRule rule, FindingList findings) =>
        Algorithm(view.InnerAlgorithm, view.OuterAlgorithm, rule, findings);

    /// <summary>An algorithm that stands inside and outside alike.</summary>
    public static void Algorithm(DerElement? inner, DerElement? outer, ProfileRule rule, FindingList findings)
    {
        string? oid = inner?.Value((ref DerReader reader) => AlgorithmIdentifiers.ReadStrict(ref reader));
        if (oid is null)
        {
            findings.Add(rule, FindingKind.Encoding, inner);
        }
        else if (outer is null || !outer.Encoded.Span.SequenceEqual(inner!.Encoded.Span) || (rule.Value is { } wanted && oid != wanted))
        {
            findings.Add(rule, FindingKind.Value, inner);
        }
    }

    public static void Name(DerElement? name, ProfileRule rule, FindingList findings)
    {
        if (NameShape.Judge(name, rule.Value) is { } kind)
        {
            findings.Add(rule, kind, name);
        }
    }

    private static void Self(CertificateView view, ProfileRule rule, FindingList findings)
    {
        if (view.Issuer is null || view.Subject?.Encoded.Span.SequenceEqual(view.Issuer.Encoded.Span) != true)
        {
            findings.Add(rule, FindingKind.Value, view.Subject);
        }
    }

    private static void TimeTypes(CertificateView view, ProfileRule rule, FindingList findings)
    {
        TimeType(view.NotBefore, rule, findings, "notBefore");
        TimeType(view.NotAfter, rule, findings, "notAfter");
    }

    /// <summary>UTCTime before 2050 and GeneralizedTime from then on, both with seconds and Z.</summary>
    public static void TimeType(DerElement? time, ProfileRule rule, FindingList findings, string? path = null)
    {
        DateTimeOffset read = Time(time);
        if (read == default || time!.Is(UniversalTagNumber.UtcTime) != (read.Year < 2050))
        {
            findings.Add(rule, FindingKind.Encoding, time, path);
        }
    }

    public static DateTimeOffset Time(DerElement? time) => time?.Value((ref DerReader reader) => reader.ReadTime()) ?? default;

    private static void LastSecond(CertificateView view, ProfileRule rule, FindingList findings)
    {
        if (view.NotAfter is not { } end || (rule.Value is { } wanted && !end.Content.Span.EndsWith(System.Text.Encoding.ASCII.GetBytes(wanted))))
        {
            findings.Add(rule, FindingKind.Value, view.NotAfter);
        }
    }

    // A day more, since the end is the end of a day.
    private static void Lifetime(CertificateView view, ProfileRule rule, FindingList findings)
    {
        DateTimeOffset start = Time(view.NotBefore), end = Time(view.NotAfter);
        if (start == default || end < start || start.Year + Number(rule.Value) >= DateTime.MaxValue.Year || end > start.AddYears(Number(rule.Value)).AddDays(1))
        {
            findings.Add(rule, FindingKind.Value, view.NotAfter);
        }
    }

    private static void Key(CertificateView view, ProfileRule rule, FindingList findings)
    {
        PublicKeyFields? key = view.PublicKey?.Value((ref DerReader reader) => PublicKeyFields.Read(ref reader));
        if (key is null)
        {
            findings.Add(rule, FindingKind.Encoding, view.PublicKey);
        }
        else if ((rule.Value is { } wanted && string.Create(CultureInfo.InvariantCulture, $"{key.Algorithm} {key.KeySize}") != wanted)
            || (key.Algorithm == Oids.RsaEncryption && key.Exponent.Span is not [1, 0, 1]))
        {
            findings.Add(rule, FindingKind.Value, view.PublicKey);
        }
    }

    private static int Number(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue;
}
