using System.Formats.Asn1;
using System.Globalization;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Linting;

/// <summary>Lints ResponseData (RFC 6960 §4.2.1).</summary>
internal sealed class OcspDataLint(TopicLint lint)
{
    private static readonly TimeSpan Cadence = TimeSpan.FromMinutes(15);

    public void Judge(DerElement data)
    {
        List<DerElement> parts = [.. data.Children!];
        if (parts.Count != 0 && parts[0].IsContext(0))
        {
            lint.Tell("VERSION", FindingKind.Unexpected, parts[0]);
            parts.RemoveAt(0);
        }

        if (parts.Count is not (3 or 4) || !parts[2].Is(UniversalTagNumber.Sequence))
        {
            lint.Tell("DER", FindingKind.Malformed, data);
            return;
        }

        lint.Demand("RESPONDER", parts[0].IsContext(2) && parts[0][0] is { Content.Length: 20 }, FindingKind.Value, parts[0]);
        DateTimeOffset producedAt = Time(parts[1], "producedAt");
        lint.Demand("SINGLE", parts[2].Children?.Count == 1, FindingKind.Value, parts[2]);
        for (int i = 0; i < (parts[2].Children?.Count ?? 0); i++)
        {
            JudgeSingle(parts[2][i]!, producedAt, i.ToString(CultureInfo.InvariantCulture));
        }

        JudgeExtensions(parts.ElementAtOrDefault(3));
    }

    private void JudgeSingle(DerElement single, DateTimeOffset producedAt, string path)
    {
        if (single.Children is not ([_, _, _] or [_, _, _, _] or [_, _, _, _, _]))
        {
            lint.Tell("DER", FindingKind.Malformed, single, path);
            return;
        }

        JudgeId(single[0]!, path);
        JudgeStatus(single[1]!, path);
        DateTimeOffset thisUpdate = Time(single[2], $"{path}.thisUpdate");
        lint.Demand("THIS-UPDATE", thisUpdate <= producedAt, FindingKind.Value, single[2], path);
        DerElement? next = single.Children.Find(part => part.IsContext(0) && part.Offset > single[2]!.Offset);
        if (next is null)
        {
            lint.Tell("NEXT-UPDATE", FindingKind.Missing, single, path);
            return;
        }

        DateTimeOffset nextUpdate = Time(next[0], $"{path}.nextUpdate");
        lint.Demand("NEXT-UPDATE", nextUpdate > thisUpdate, FindingKind.Value, next, path);
        lint.Demand("CADENCE", nextUpdate - thisUpdate <= Cadence, FindingKind.Value, next, path);
    }

    private void JudgeId(DerElement id, string path)
    {
        string? hash = id[0]?[0]?.Oid;
        int length = hash == Oids.Sha1 ? 20 : hash == Oids.Sha256 ? 32 : 0;
        bool right = id.Children?.Count == 4 && length != 0 && id[1]!.Content.Length == length && id[2]!.Content.Length == length;
        lint.Demand("CERTID", right, FindingKind.Value, id, path);
        lint.With("SERIAL", rule => FieldChecks.Serial(id[3], rule, lint.Findings, path));
    }

    private void JudgeStatus(DerElement status, string path)
    {
        if (!status.IsContext(1))
        {
            lint.Demand("DER", status.IsContext(0) || status.IsContext(2), FindingKind.Encoding, status, path);
            return;
        }

        DateTimeOffset since = Time(status[0], $"{path}.revocationTime");
        int? reason = status[1] is { } wrapper ? wrapper[0]?.Value((ref DerReader reader) => reader.ReadEnumerated() + 1) - 1 ?? -1 : null;
        lint.Demand("REASON", reason is null or (>= 0 and <= 6), FindingKind.Value, status, path);
        lint.Demand("NEVER-ISSUED", reason != (int)Revocation.RevocationReason.CertificateHold || since != DateTimeOffset.UnixEpoch, FindingKind.Unexpected, status, path);
    }

    private void JudgeExtensions(DerElement? wrapper)
    {
        foreach (ExtensionView extension in ExtensionView.ReadList(wrapper?[0]))
        {
            if (extension.Oid == Oids.OcspNonce)
            {
                bool right = extension.Value is { Content.Length: >= 1 and <= 128 } value && value.Is(UniversalTagNumber.OctetString);
                lint.Demand("NONCE", right, FindingKind.Value, extension.Whole);
            }
            else
            {
                lint.Demand("EXT-CRITICAL", !extension.IsCritical || extension.Oid == Oids.OcspExtendedRevoke, FindingKind.Unexpected, extension.Whole);
            }
        }
    }

    private DateTimeOffset Time(DerElement? time, string path)
    {
        DateTimeOffset read = time?.Value((ref DerReader reader) => reader.ReadGeneralizedTime()) ?? default;
        lint.Demand("TIME-TYPE", read != default, FindingKind.Encoding, time, path);
        return read;
    }
}
