using System.Formats.Asn1;
using System.Globalization;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Linting;

/// <summary>Walks the entries of a list once.</summary>
internal sealed class CrlEntryLint(TopicLint lint, DateTimeOffset thisUpdate)
{
    private const int MostRemembered = 100_000;
    private const int RemoveFromList = 8;
    private const int LastReasonOfJpki = 6;

    private readonly HashSet<string> _serials = new(StringComparer.Ordinal);

    public void Judge(DerElement entries)
    {
        ReadOnlyMemory<byte> rest = entries.Content;
        int offset = entries.ContentOffset;
        lint.Demand("EMPTY", !rest.IsEmpty, FindingKind.Unexpected, entries);
        for (int index = 0; !rest.IsEmpty; index++)
        {
            string path = index.ToString(CultureInfo.InvariantCulture);
            if (DerElement.TryReadNext(rest, offset) is not { } entry || !entry.Is(UniversalTagNumber.Sequence))
            {
                lint.With("ENTRY", rule => lint.Findings.Add(rule, FindingKind.Malformed, offset, path));
                return;
            }

            JudgeEntry(entry, path);
            rest = rest[entry.Encoded.Length..];
            offset += entry.Encoded.Length;
        }
    }

    private void JudgeEntry(DerElement entry, string path)
    {
        lint.Demand("ENTRY", entry.Children is [_, _] or [_, _, _], FindingKind.Malformed, entry, path);
        lint.With("ENTRY-SERIAL", rule => FieldChecks.Serial(entry[0], rule, lint.Findings, path));
        lint.With("ENTRY-DATE", rule => FieldChecks.TimeType(entry[1], rule, lint.Findings, path));
        lint.Demand("ENTRY-DATE", FieldChecks.Time(entry[1]) <= thisUpdate, FindingKind.Value, entry[1], path);
        if (entry[0] is { } serial && _serials.Count < MostRemembered)
        {
            lint.Demand("ENTRY-REPEATED", _serials.Add(Convert.ToBase64String(serial.Content.Span)), FindingKind.Repeated, serial, path);
        }

        if (entry[2] is { } extensions)
        {
            ExtensionView.ReadList(extensions).ForEach(extension => JudgeExtension(extension, path));
        }
    }

    private void JudgeExtension(ExtensionView extension, string path)
    {
        lint.Demand("ENTRY", extension.IsWellFormed, FindingKind.Malformed, extension.Whole, path);
        if (extension.Oid != Oids.CrlReason)
        {
            lint.Demand("ENTRY-CRITICAL", !extension.IsCritical, FindingKind.Unexpected, extension.Whole, path);
            return;
        }

        int reason = extension.Value?.Value((ref DerReader reader) => reader.ReadEnumerated() + 1) - 1 ?? -1;
        lint.Demand("ENTRY-REASON", !extension.IsCritical, FindingKind.Criticality, extension.Whole, path);
        lint.Demand("ENTRY-REASON", reason is >= 1 and not 7 and not RemoveFromList and <= 10, FindingKind.Value, extension.Whole, path);
        lint.Demand("ENTRY-JPKI-REASON", reason is >= 0 and <= LastReasonOfJpki, FindingKind.Value, extension.Whole, path);
    }
}
