using System.Formats.Asn1;
using System.Globalization;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Cli.Certificates.Inspection;

/// <summary>The rows of a revocation list of any length. Serials are counted and never shown.</summary>
internal sealed class ListInspection(DerStream der, CancellationToken cancellation)
{
    private const byte Integer = 0x02, UtcTime = 0x17, GeneralizedTime = 0x18, Sequence = 0x30, Extensions = 0xA0;
    private const int RowsBetweenLooks = 4096;

    private readonly SortedDictionary<RevocationReason, long> _reasons = [];
    private long _entries;

    /// <exception cref="AsnContentException">A flaw.</exception>
    public void Write(FieldRows rows)
    {
        long end = der.Enter(Sequence), listEnd = der.Enter(Sequence);
        bool isSecond = der.Peek() == Integer;
        if (isSecond)
        {
            der.Read();
        }

        rows.Add("version", "version", "版", isSecond ? "2" : "1");
        rows.Add("signatureAlgorithm", "signature algorithm", "署名の方式", AlgorithmNames.Of(new AsnReader(der.Read(), AsnEncodingRules.DER).ReadSequence().ReadObjectIdentifier()));
        rows.Add("issuer", "issuer", "発行者", NameText.Of(der.Read()));
        rows.Add("thisUpdate", "taken", "発行時刻 (thisUpdate)", ReadTime());
        rows.Add("nextUpdate", "next is due", "次回更新 (nextUpdate)", der.Peek() is UtcTime or GeneralizedTime ? ReadTime() : null);
        if (der.Position < listEnd && der.Peek() == Sequence)
        {
            Count(der.Enter(Sequence));
        }

        rows.Add("entries", "entries", "件数", _entries.ToString(CultureInfo.InvariantCulture));
        rows.Add("reasons", "by reason", "理由の内訳", string.Join(", ", _reasons.Select(row => string.Create(CultureInfo.InvariantCulture, $"{FieldWords.Of(row.Key, rows.Language)} {row.Value}"))));
        if (der.Position < listEnd && der.Peek() == Extensions)
        {
            WriteExtensions(new AsnReader(der.Read(), AsnEncodingRules.DER).ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence(), rows);
        }

        DerStream.Require(der.Position == listEnd);
        der.Read();
        der.Read();
        DerStream.Require(der.Position == end && der.Peek() == 0);
    }

    private string ReadTime() => CertificateInspection.Time(ReadTime(new AsnReader(der.Read(), AsnEncodingRules.DER)));

    private static DateTimeOffset ReadTime(AsnReader reader) => reader.PeekTag().TagValue == UtcTime ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();

    private void Count(long end)
    {
        while (der.Position < end)
        {
            AsnReader entry = new AsnReader(der.Read(), AsnEncodingRules.DER).ReadSequence();
            entry.ReadIntegerBytes();
            ReadTime(entry);
            RevocationReason reason = entry.HasData ? ReasonOf(entry.ReadSequence()) : RevocationReason.Unspecified;
            _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
            if (++_entries % RowsBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private static RevocationReason ReasonOf(AsnReader extensions)
    {
        while (extensions.HasData)
        {
            (string oid, ReadOnlyMemory<byte> value) = ReadExtension(extensions, out _);
            if (oid == Oids.CrlReason)
            {
                ReadOnlySpan<byte> number = new AsnReader(value, AsnEncodingRules.DER).ReadEnumeratedBytes().Span;
                return number is [var only] ? (RevocationReason)only : throw new AsnContentException();
            }
        }

        return RevocationReason.Unspecified;
    }

    private static void WriteExtensions(AsnReader extensions, FieldRows rows)
    {
        List<string> others = [];
        while (extensions.HasData)
        {
            (string oid, ReadOnlyMemory<byte> value) = ReadExtension(extensions, out bool isCritical);
            switch (oid)
            {
                case Oids.CrlNumber:
                    rows.Add("number", "number", "CRL 番号", new AsnReader(value, AsnEncodingRules.DER).ReadInteger().ToString(CultureInfo.InvariantCulture));
                    break;
                case Oids.IssuingDistributionPoint:
                    rows.Add("partition", "covers one partition only", "区分を限ったリスト", isCritical ? rows.Language.Pick("critical", "重要な拡張") : rows.Language.Pick("not critical", "重要でない拡張"));
                    rows.Add("partitionName", "the partition's name", "区分の名称", ListPartition.NameIn(value));
                    break;
                case Oids.AuthorityKeyIdentifier:
                    AsnReader identifier = new AsnReader(value, AsnEncodingRules.DER).ReadSequence();
                    Asn1Tag key = new(TagClass.ContextSpecific, 0);
                    rows.Add("issuerKeyIdentifier", "issuer's generation", "発行した鍵の世代", identifier.HasData && identifier.PeekTag().HasSameClassAndValue(key) ? Convert.ToHexString(identifier.ReadOctetString(key)) : null);
                    break;
                default:
                    others.Add(oid + (isCritical ? rows.Language.Pick(" critical", " (重要)") : string.Empty));
                    break;
            }
        }

        rows.Add("otherExtensions", "other extensions", "その他の拡張", string.Join(", ", others));
    }

    private static (string Oid, ReadOnlyMemory<byte> Value) ReadExtension(AsnReader extensions, out bool isCritical)
    {
        AsnReader extension = extensions.ReadSequence();
        string oid = extension.ReadObjectIdentifier();
        isCritical = extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && extension.ReadBoolean();
        return (oid, extension.ReadOctetString());
    }
}
