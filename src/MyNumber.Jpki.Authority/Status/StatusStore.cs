using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Authority.Status;

/// <summary>The status of every issued certificate with its history: the one source of CRL and OCSP. It reads from memory and writes to the authority's register.</summary>
/// <remarks>Thread safe. The calls without a wait are for a register in memory; over a database use those that end in <c>Async</c>.</remarks>
public sealed class StatusStore : ICertificateStatuses
{
    private readonly AuthorityLedger _ledger;
    private readonly TimeProvider _clock;
    private readonly RevocationDateRule _dateRule;

    internal StatusStore(AuthorityLedger ledger, TimeProvider clock, RevocationDateRule dateRule)
    {
        _ledger = ledger;
        _clock = clock;
        _dateRule = dateRule;
    }

    private delegate StatusChangeOutcome Step(StatusRecord record, DateTimeOffset at, out IssuedStatus next);

    /// <inheritdoc/>
    public long Position => _ledger.Read(state => state.Position);

    /// <summary>Takes in what other processes wrote to the register.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The place that the memory reaches now.</returns>
    public ValueTask<long> CatchUpAsync(CancellationToken cancellationToken = default) => _ledger.CatchUpAsync(cancellationToken);

    /// <summary>Puts a certificate on hold (一時保留), as after a phone call about a lost card.</summary>
    /// <param name="certificate">Whose status.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="InvalidOperationException">The register is not in memory.</exception>
    public StatusChangeOutcome Hold(CertificateIdentity certificate) => AtOnce(() => HoldAsync(certificate));

    /// <summary>Puts a certificate on hold (一時保留), as after a phone call about a lost card.</summary>
    /// <param name="certificate">Whose status.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>What became of it.</returns>
    public ValueTask<StatusChangeOutcome> HoldAsync(CertificateIdentity certificate, CancellationToken cancellationToken = default) => ChangeAsync(
        certificate, (StatusRecord record, DateTimeOffset at, out IssuedStatus next) => StatusMachine.Hold(record.Latest, at, out next), cancellationToken);

    /// <summary>Lifts a hold, where the template allows it; never for a card.</summary>
    /// <param name="certificate">Whose status.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="InvalidOperationException">The register is not in memory.</exception>
    public StatusChangeOutcome Release(CertificateIdentity certificate) => AtOnce(() => ReleaseAsync(certificate));

    /// <summary>Lifts a hold, where the template allows it; never for a card.</summary>
    /// <param name="certificate">Whose status.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>What became of it.</returns>
    public ValueTask<StatusChangeOutcome> ReleaseAsync(CertificateIdentity certificate, CancellationToken cancellationToken = default) => ChangeAsync(
        certificate,
        (StatusRecord record, DateTimeOffset at, out IssuedStatus next) => StatusMachine.Release(record.Latest, record.Certificate.Template.HoldMayBeLifted, out next),
        cancellationToken);

    /// <summary>Revokes (失効) for ever.</summary>
    /// <param name="certificate">Whose status.</param>
    /// <param name="reason">One of JPKI's reasons, 0 to 5.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="InvalidOperationException">The register is not in memory.</exception>
    public StatusChangeOutcome Revoke(CertificateIdentity certificate, RevocationReason reason) => AtOnce(() => RevokeAsync(certificate, reason));

    /// <summary>Revokes (失効) for ever.</summary>
    /// <param name="certificate">Whose status.</param>
    /// <param name="reason">One of JPKI's reasons, 0 to 5.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>What became of it.</returns>
    public ValueTask<StatusChangeOutcome> RevokeAsync(CertificateIdentity certificate, RevocationReason reason, CancellationToken cancellationToken = default) => ChangeAsync(
        certificate,
        (StatusRecord record, DateTimeOffset at, out IssuedStatus next) => StatusMachine.Revoke(record.Latest, reason, at, _dateRule, out next),
        cancellationToken);

    /// <summary>The status now.</summary>
    /// <param name="certificate">Whose status.</param>
    /// <returns>The status, or <see langword="null"/> when the certificate was not issued here.</returns>
    public IssuedStatus? Find(CertificateIdentity certificate) => FindAt(certificate, DateTimeOffset.MaxValue);

    /// <inheritdoc/>
    public IssuedStatus? FindAt(CertificateIdentity certificate, DateTimeOffset instant) => _ledger.Read(state => state.Find(certificate)?.At(instant));

    /// <summary>The certificate itself, as it was issued.</summary>
    /// <param name="certificate">Which.</param>
    /// <returns>The certificate, or <see langword="null"/> when it was not issued here.</returns>
    public IssuedCertificate? FindCertificate(CertificateIdentity certificate) => _ledger.Read(state => state.Find(certificate)?.Certificate);

    /// <summary>All changes of a certificate's status, oldest first.</summary>
    /// <param name="certificate">Whose status.</param>
    /// <returns>A copy; empty when nothing changed or the certificate was not issued here.</returns>
    public IReadOnlyList<StatusEvent> History(CertificateIdentity certificate) =>
        _ledger.Read<IReadOnlyList<StatusEvent>>(state => state.Find(certificate) is { } record ? [.. record.Events] : []);

    /// <inheritdoc/>
    public IReadOnlyList<CertificateIdentity> Issued(ReadOnlyMemory<byte> issuerKeyIdentifier, DateTimeOffset inForceAt) =>
        _ledger.Read<IReadOnlyList<CertificateIdentity>>(state => [.. state.Certificates
            .Where(record => record.Certificate.NotAfter >= inForceAt && record.IsOf(issuerKeyIdentifier.Span))
            .Select(record => record.Certificate.Identity)]);

    /// <inheritdoc/>
    public IReadOnlyList<CertificateIdentity> ChangedAfter(DateTimeOffset instant) => _ledger.Read<IReadOnlyList<CertificateIdentity>>(
        state => [.. state.Changed.Where(record => record.Events[^1].At > instant).Select(record => record.Certificate.Identity)]);

    /// <summary>What a CRL lists, by serial. An entry leaves after it stood on a regular list that was taken after its certificate's end (RFC 5280 §3.3).</summary>
    internal IReadOnlyList<ListedCertificate> Listed(ReadOnlyMemory<byte> issuerKeyIdentifier, string? code, DateTimeOffset asOf, DateTimeOffset? regularBefore)
    {
        ListedCertificate[] listed = _ledger.Read<ListedCertificate[]>(state => [.. state.ChangedOf(issuerKeyIdentifier.Span, code)
            .Where(record => regularBefore is null || record.Certificate.NotAfter >= regularBefore)
            .Select(record => new ListedCertificate(record.Certificate.SerialNumber, record.At(asOf)))
            .Where(listed => listed.Status.State != IssuedState.Good)]);
        Array.Sort(listed, (one, other) => one.SerialNumber.CompareTo(other.SerialNumber));
        return listed;
    }

    internal PublishedCrl? FindList(AuthorityGeneration issuer, string scope) => _ledger.Read(state => state.FindList(issuer.Purpose, issuer.Number, scope));

    private T AtOnce<T>(Func<ValueTask<T>> call) => _ledger.IsInMemory
        ? call().GetAwaiter().GetResult()
        : throw new InvalidOperationException("The register is not in memory: use the call that ends in Async.");

    private ValueTask<StatusChangeOutcome> ChangeAsync(CertificateIdentity certificate, Step step, CancellationToken cancellationToken)
    {
        DateTimeOffset at = ValidityRule.WholeSecond(_clock.GetUtcNow());
        return _ledger.CommitAsync(state => Judge(state.Find(certificate), at, step), cancellationToken);
    }

    private static (RegisterEntry? Entry, StatusChangeOutcome Outcome) Judge(StatusRecord? record, DateTimeOffset at, Step step)
    {
        if (record is null)
        {
            return (null, StatusChangeOutcome.UnknownCertificate);
        }

        StatusChangeOutcome outcome = step(record, at, out IssuedStatus next);
        return outcome == StatusChangeOutcome.Applied
            ? (new RegisterEntry { At = at, Changes = [new StatusChange(record.Certificate.Identity, new StatusEvent(at, next))] }, outcome)
            : (null, outcome);
    }
}
