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
    private readonly StatusStore _statuses;
    private readonly TimeProvider _clock;
    private readonly CrlScheduleOptions _options;
    private readonly CrlNumbers _numbers = new();
    private readonly RegularLists _regular = new();

    /// <summary>Binds to a store.</summary>
    /// <param name="statuses">The status of all certificates.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="options">At which hour lists are taken and how long they last.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public CrlPublisher(StatusStore statuses, TimeProvider clock, CrlScheduleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(statuses);
        ArgumentNullException.ThrowIfNull(clock);
        _statuses = statuses;
        _clock = clock;
        _options = options ?? new CrlScheduleOptions();
        _options.Validate();
    }

    /// <summary>Makes and signs a list, without a record: <see cref="CrlSchedule"/> publishes.</summary>
    /// <param name="issuer">The generation whose certificates are listed.</param>
    /// <param name="municipality">The municipality of a partition, or <see langword="null"/> for the full list.</param>
    /// <param name="snapshot">At which instant the list is taken.</param>
    /// <returns>The CertificateList, DER. The same instant and state give the same bytes, as long as the instant is one of the latest; another state in the same second gives the next cRLNumber.</returns>
    /// <exception cref="InvalidOperationException">Lists of later instants were made, and no number is left below theirs, or there are so many of them that it is not known any more which is: the clock went back, or more
    /// than thirty lists of <see cref="CrlSnapshot.Now"/> were made since the last hour of publication.</exception>
    public byte[] Publish(AuthorityGeneration issuer, Municipality? municipality = null, CrlSnapshot snapshot = CrlSnapshot.Midnight)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        DateTimeOffset now = _clock.GetUtcNow();
        PublishedCrl? made = Make(issuer, municipality, snapshot == CrlSnapshot.Now ? ValidityRule.WholeSecond(now) : _options.LastDue(now));
        return made?.Encoded.ToArray() ?? throw new InvalidOperationException("No number is left below those of later lists.");
    }

    /// <summary>Makes a list, or none when no number is known to be left below those of later instants.</summary>
    internal PublishedCrl? Make(AuthorityGeneration issuer, Municipality? municipality, DateTimeOffset thisUpdate)
    {
        string scope = municipality?.Code ?? PublishedCrl.FullScope;
        TakeOver(issuer, scope);
        byte[] entries = EncodeEntries(_statuses.Listed(issuer.KeyIdentifier, municipality?.Code, thisUpdate, _regular.Before(issuer, scope, thisUpdate)));
        if (_numbers.Give(issuer, scope, thisUpdate, entries) is not { } number)
        {
            return null;
        }

        DateTimeOffset nextUpdate = thisUpdate + _options.Lifetime;
        byte[] encoded = Encode(issuer, municipality, (thisUpdate, nextUpdate), entries, number);
        return new PublishedCrl(issuer.Purpose, issuer.Number, scope, number, thisUpdate, nextUpdate, encoded);
    }

    /// <summary>Goes on from the list that stands: its number when another process published it, or this one before it began anew, and that entries stood on it. A list that was only made counts for nothing.</summary>
    private void TakeOver(AuthorityGeneration issuer, string scope)
    {
        if (_statuses.FindList(issuer, scope) is not { } standing)
        {
            return;
        }

        NoteIfRegular(issuer, scope, standing.ThisUpdate);
        if (!_numbers.Knows(issuer, scope, standing.ThisUpdate, standing.Number))
        {
            _numbers.Remember(issuer, scope, standing.ThisUpdate, EntriesOf(standing), standing.Number);
        }
    }

    private void NoteIfRegular(AuthorityGeneration issuer, string scope, DateTimeOffset thisUpdate)
    {
        if (_options.LastDue(thisUpdate) == thisUpdate)
        {
            _regular.Note(issuer, scope, thisUpdate);
        }
    }

    /// <summary>revokedCertificates as they were published: the state may have changed since within the list's second.</summary>
    private static byte[] EntriesOf(PublishedCrl list)
    {
        AsnReader toBeSigned = new AsnReader(list.Encoded, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        for (int before = 0; before < 5; before++)
        {
            toBeSigned.ReadEncodedValue(); // version, signature, issuer, thisUpdate, nextUpdate
        }

        return toBeSigned.PeekTag() == Asn1Tag.Sequence ? toBeSigned.ReadEncodedValue().ToArray() : [];
    }

    private static byte[] Encode(
        AuthorityGeneration issuer, Municipality? municipality, (DateTimeOffset ThisUpdate, DateTimeOffset NextUpdate) period, byte[] entries, long number) =>
        ListEncoder.Encode(issuer.Naming.Name.Encoded, issuer.Key, period, entries, Extensions(issuer, municipality, number));

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
