using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Authority.Status;

/// <summary>The status of every issued certificate with its history, in memory: the one source of CRL and OCSP.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class StatusStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CertificateIdentity, StatusRecord> _records = [];
    private readonly TimeProvider _clock;
    private readonly RevocationDateRule _dateRule;

    /// <summary>Starts empty.</summary>
    /// <param name="clock">Gives the time of each change.</param>
    /// <param name="dateRule">Which time is published when a held certificate is revoked.</param>
    public StatusStore(TimeProvider clock, RevocationDateRule dateRule = RevocationDateRule.KeepHoldTime)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
        _dateRule = dateRule;
    }

    /// <summary>Puts a certificate on hold (一時保留), as after a phone call about a lost card.</summary>
    /// <param name="certificate">Whose status.</param>
    /// <returns>What became of it.</returns>
    public StatusChangeOutcome Hold(CertificateIdentity certificate) =>
        Change(certificate, (StatusRecord record, DateTimeOffset at, out IssuedStatus next) => StatusMachine.Hold(record.Latest, at, out next));

    /// <summary>Lifts a hold, where the template allows it; never for a card.</summary>
    /// <param name="certificate">Whose status.</param>
    /// <returns>What became of it.</returns>
    public StatusChangeOutcome Release(CertificateIdentity certificate) => Change(
        certificate,
        (StatusRecord record, DateTimeOffset at, out IssuedStatus next) =>
            StatusMachine.Release(record.Latest, record.Certificate.Template.HoldMayBeLifted, out next));

    /// <summary>Revokes (失効) for ever.</summary>
    /// <param name="certificate">Whose status.</param>
    /// <param name="reason">One of JPKI's reasons, 0 to 5.</param>
    /// <returns>What became of it.</returns>
    public StatusChangeOutcome Revoke(CertificateIdentity certificate, RevocationReason reason) => Change(
        certificate,
        (StatusRecord record, DateTimeOffset at, out IssuedStatus next) => StatusMachine.Revoke(record.Latest, reason, at, _dateRule, out next));

    /// <summary>The status now.</summary>
    /// <param name="certificate">Whose status.</param>
    /// <returns>The status, or <see langword="null"/> when the certificate was not issued here.</returns>
    public IssuedStatus? Find(CertificateIdentity certificate) => FindAt(certificate, DateTimeOffset.MaxValue);

    /// <summary>The status as it stood at an instant.</summary>
    /// <param name="certificate">Whose status.</param>
    /// <param name="instant">The instant; changes made in it count.</param>
    /// <returns>The status, or <see langword="null"/> when the certificate was not issued here.</returns>
    public IssuedStatus? FindAt(CertificateIdentity certificate, DateTimeOffset instant)
    {
        lock (_gate)
        {
            return _records.TryGetValue(certificate, out StatusRecord? record) ? record.At(instant) : null;
        }
    }

    /// <summary>All changes of a certificate's status, oldest first.</summary>
    /// <param name="certificate">Whose status.</param>
    /// <returns>A copy; empty when nothing changed or the certificate was not issued here.</returns>
    public IReadOnlyList<StatusEvent> History(CertificateIdentity certificate)
    {
        lock (_gate)
        {
            return _records.TryGetValue(certificate, out StatusRecord? record) ? [.. record.Events] : [];
        }
    }

    /// <summary>Takes in all or none.</summary>
    internal void Register(params IReadOnlyList<IssuedCertificate> certificates)
    {
        lock (_gate)
        {
            if (certificates.Any(certificate => _records.ContainsKey(certificate.Identity)))
            {
                throw new InvalidOperationException("The serial number was used before; the serial source is wrong.");
            }

            foreach (IssuedCertificate certificate in certificates)
            {
                _records.Add(certificate.Identity, new StatusRecord(certificate));
            }
        }
    }

    /// <summary>What a CRL lists, by serial. An entry stays on one list after its certificate's end (RFC 5280 §3.3).</summary>
    internal IReadOnlyList<ListedCertificate> Listed(ReadOnlyMemory<byte> issuerKeyIdentifier, Municipality? municipality, DateTimeOffset asOf)
    {
        lock (_gate)
        {
            return [.. _records.Values
                .Where(record => record.Certificate.Identity.IssuerKeyIdentifier.Span.SequenceEqual(issuerKeyIdentifier.Span))
                .Where(record => municipality is null || record.Certificate.Municipality == municipality)
                .Where(record => record.Certificate.NotAfter.AddDays(1) >= asOf)
                .Select(record => new ListedCertificate(record.Certificate.SerialNumber, record.At(asOf)))
                .Where(listed => listed.Status.State != IssuedState.Good)
                .OrderBy(listed => listed.SerialNumber)];
        }
    }

    internal Municipality? FindMunicipality(string code)
    {
        lock (_gate)
        {
            return _records.Values.Select(record => record.Certificate.Municipality).FirstOrDefault(municipality => municipality.Code == code);
        }
    }

    private delegate StatusChangeOutcome Step(StatusRecord record, DateTimeOffset at, out IssuedStatus next);

    private StatusChangeOutcome Change(CertificateIdentity certificate, Step step)
    {
        DateTimeOffset at = ValidityRule.WholeSecond(_clock.GetUtcNow());
        lock (_gate)
        {
            if (!_records.TryGetValue(certificate, out StatusRecord? record))
            {
                return StatusChangeOutcome.UnknownCertificate;
            }

            StatusChangeOutcome outcome = step(record, at, out IssuedStatus next);
            if (outcome == StatusChangeOutcome.Applied)
            {
                record.Add(new StatusEvent(at, next));
            }

            return outcome;
        }
    }
}
