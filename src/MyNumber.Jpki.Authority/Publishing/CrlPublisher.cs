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
    /// <returns>The CertificateList, DER. The same instant and state give the same bytes.</returns>
    public byte[] Publish(AuthorityGeneration issuer, Municipality? municipality = null, CrlSnapshot snapshot = CrlSnapshot.Midnight)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        DateTimeOffset now = _clock.GetUtcNow();
        DateTimeOffset thisUpdate = snapshot == CrlSnapshot.Now ? ValidityRule.WholeSecond(now) : ValidityRule.StartOf(ValidityRule.JapanDay(now));
        IReadOnlyList<ListedCertificate> listed = _statuses.Listed(issuer.KeyIdentifier, municipality, thisUpdate);

        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            SigningKey.WriteAlgorithm(writer, Oids.Sha256WithRsa);
            writer.WriteEncodedValue(issuer.Naming.Name.Encoded.Span);
            CertificateTime.Write(writer, thisUpdate);
            CertificateTime.Write(writer, thisUpdate + Lifetime);
            WriteEntries(writer, listed);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            {
                ExtensionEncoder.WriteAll(writer, Extensions(issuer, municipality, thisUpdate));
            }
        }

        return issuer.Key.Envelope(writer.Encode());
    }

    /// <summary>The seconds of thisUpdate serve as cRLNumber: they grow with time and need no state.</summary>
    private static IEnumerable<EncodedExtension> Extensions(AuthorityGeneration issuer, Municipality? municipality, DateTimeOffset thisUpdate)
    {
        yield return ExtensionEncoder.AuthorityKeyIdentifier(issuer.KeyIdentifier);
        yield return ExtensionEncoder.Make(Oids.CrlNumber, false, writer => writer.WriteInteger(thisUpdate.ToUnixTimeSeconds()));
        if (municipality is not null)
        {
            yield return ExtensionEncoder.IssuingDistributionPoint(issuer.Naming.DistributionPoint(municipality).Encoded);
        }
    }

    private static void WriteEntries(AsnWriter writer, IReadOnlyList<ListedCertificate> listed)
    {
        // RFC 5280 §5.1.2.6: absent when nothing is revoked.
        if (listed.Count == 0)
        {
            return;
        }

        using (writer.PushSequence())
        {
            foreach (ListedCertificate entry in listed)
            {
                WriteEntry(writer, entry);
            }
        }
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
