using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Makes CRLs (失効情報ファイル), version 2, full or for one municipality.</summary>
/// <remarks>Thread safe. The real service's list is confidential; this profile is the project's own (research notes on JPKI, §3.5): thisUpdate at 00:00 Japan
/// time, nextUpdate 48 hours later, authorityKeyIdentifier, cRLNumber and, for a municipality, a critical issuingDistributionPoint that equals
/// its certificates' distribution point.</remarks>
public sealed class CrlPublisher
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(48);

    private readonly StatusStore _statuses;
    private readonly TimeProvider _clock;
    private readonly CrlNumbers _numbers = new();

    /// <summary>Binds to a store.</summary>
    /// <param name="statuses">The status of all certificates.</param>
    /// <param name="clock">The clock.</param>
    public CrlPublisher(StatusStore statuses, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(statuses);
        ArgumentNullException.ThrowIfNull(clock);
        _statuses = statuses;
        _clock = clock;
    }

    /// <summary>Makes and signs a list.</summary>
    /// <param name="issuer">The generation whose certificates are listed.</param>
    /// <param name="municipality">The municipality of a partition, or <see langword="null"/> for the full list.</param>
    /// <param name="snapshot">At which instant the list is taken.</param>
    /// <returns>The CertificateList, DER. The same instant and state give the same bytes; another state in the same second gives the next cRLNumber.</returns>
    public byte[] Publish(AuthorityGeneration issuer, Municipality? municipality = null, CrlSnapshot snapshot = CrlSnapshot.Midnight)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        DateTimeOffset now = _clock.GetUtcNow();
        DateTimeOffset thisUpdate = snapshot == CrlSnapshot.Now ? ValidityRule.WholeSecond(now) : ValidityRule.StartOf(ValidityRule.JapanDay(now));
        byte[] entries = EncodeEntries(_statuses.Listed(issuer.KeyIdentifier, municipality, thisUpdate));
        long number = _numbers.Give(issuer, municipality, thisUpdate, entries);

        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            SigningKey.WriteAlgorithm(writer, Oids.Sha256WithRsa);
            writer.WriteEncodedValue(issuer.Naming.Name.Encoded.Span);
            CertificateTime.Write(writer, thisUpdate);
            CertificateTime.Write(writer, thisUpdate + Lifetime);
            if (entries.Length != 0)
            {
                writer.WriteEncodedValue(entries);
            }

            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            {
                ExtensionEncoder.WriteAll(writer, Extensions(issuer, municipality, number));
            }
        }

        return issuer.Key.Envelope(writer.Encode());
    }

    private static IEnumerable<EncodedExtension> Extensions(AuthorityGeneration issuer, Municipality? municipality, long number)
    {
        yield return ExtensionEncoder.AuthorityKeyIdentifier(issuer.KeyIdentifier);
        yield return ExtensionEncoder.Make(Oids.CrlNumber, false, writer => writer.WriteInteger(number));
        if (municipality is not null)
        {
            yield return ExtensionEncoder.IssuingDistributionPoint(issuer.Naming.DistributionPoint(municipality).Encoded);
        }
    }

    /// <summary>revokedCertificates, DER; empty when nothing is revoked, since it is then absent (RFC 5280 §5.1.2.6).</summary>
    private static byte[] EncodeEntries(IReadOnlyList<ListedCertificate> listed)
    {
        if (listed.Count == 0)
        {
            return [];
        }

        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (ListedCertificate entry in listed)
            {
                WriteEntry(writer, entry);
            }
        }

        return writer.Encode();
    }

    private static void WriteEntry(AsnWriter writer, ListedCertificate entry)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(entry.SerialNumber);
            CertificateTime.Write(writer, entry.Status.Since);

            // RFC 5280 §5.3.1: unspecified is written by leaving the reason out.
            if (entry.Status.Reason != RevocationReason.Unspecified)
            {
                ExtensionEncoder.WriteAll(writer, [ExtensionEncoder.Make(Oids.CrlReason, false, inner => inner.WriteEnumeratedValue(entry.Status.Reason))]);
            }
        }
    }
}
