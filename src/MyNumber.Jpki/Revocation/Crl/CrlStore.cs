using System.Collections.Immutable;
using System.Diagnostics;
using System.Formats.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation.Telemetry;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>Verified revocation lists (失効情報ファイル) in memory, by generation and municipality. It answers without waiting.</summary>
/// <remarks>
/// <para>Thread safe: readers work on one snapshot while a list is replaced. Of two lists of one scope the higher cRLNumber stays.</para>
/// <para>An answer allocates its evidence and nothing else. A serial that is not on a fresh list of its scope is good.</para>
/// </remarks>
public sealed class CrlStore : IRevocationSource
{
    /// <summary>The longest list that is read, in bytes: 512 MiB, some fourteen million entries.</summary>
    public const int MaximumLength = 1 << 29;

    /// <summary>How many unusual entries one list may have unless told otherwise: 262,144, which take 8 MiB.</summary>
    public const int DefaultUnusualEntries = 1 << 18;

    /// <summary>The highest ceiling of unusual entries: 4,194,304, which take 128 MiB, and as much again for a moment once the signature held.</summary>
    public const int HighestUnusualEntries = 1 << 22;

    private readonly TimeProvider _clock;
    private readonly TimeSpan _skew;
    private readonly int _mostUnusualEntries;
    private ImmutableDictionary<CrlScope, CrlList> _lists = ImmutableDictionary<CrlScope, CrlList>.Empty;

    /// <summary>Makes an empty store.</summary>
    /// <param name="clock">The clock that decides what now is.</param>
    /// <param name="clockSkew">How far in the future a list's thisUpdate may lie; 0 to one day, default 5 minutes.</param>
    /// <param name="maximumUnusualEntries">
    /// How many entries of one list may have a serial over 32 bits or below zero, or a time outside eight and a half years before thisUpdate; 0 to <see cref="HighestUnusualEntries"/>.
    /// Each takes 32 bytes before the signature at the list's end was seen, so anybody on the way can have them taken; a list with more is StatusMalformed.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The skew or the ceiling is out of its range.</exception>
    public CrlStore(TimeProvider clock, TimeSpan? clockSkew = null, int maximumUnusualEntries = DefaultUnusualEntries)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
        _skew = clockSkew ?? TimeSpan.FromMinutes(5);
        ArgumentOutOfRangeException.ThrowIfLessThan(_skew, TimeSpan.Zero, nameof(clockSkew));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_skew, TimeSpan.FromDays(1), nameof(clockSkew));
        ArgumentOutOfRangeException.ThrowIfNegative(maximumUnusualEntries);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximumUnusualEntries, HighestUnusualEntries);
        _mostUnusualEntries = maximumUnusualEntries;
    }

    /// <summary>How many lists are held.</summary>
    public int Count => Volatile.Read(ref _lists).Count;

    /// <summary>How many entries all lists have together.</summary>
    public long EntryCount => Volatile.Read(ref _lists).Values.Sum(list => (long)list.EntryCount);

    /// <summary>What is held, for operators: one moment's picture.</summary>
    /// <returns>One row a list, in no order.</returns>
    public IReadOnlyList<CrlHolding> Snapshot() => [.. Volatile.Read(ref _lists).Select(row => new CrlHolding(row.Key, row.Value))];

    /// <summary>Forgets lists that have been outdated for a while. What they covered is then answered with StatusOutOfScope instead of StatusStale, until a new list comes.</summary>
    /// <param name="grace">How long past its nextUpdate a list is kept; zero or more.</param>
    /// <returns>How many were forgotten.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The grace is negative.</exception>
    public int RemoveOutdated(TimeSpan grace)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grace, TimeSpan.Zero);
        DateTimeOffset now = _clock.GetUtcNow();
        int removed = 0;
        foreach ((CrlScope scope, CrlList list) in Volatile.Read(ref _lists))
        {
            if (now - list.NextUpdate > grace && ImmutableInterlocked.Update(ref _lists, (lists, row) => lists.Contains(row) ? lists.Remove(row.Key) : lists, KeyValuePair.Create(scope, list)))
            {
                CrlTelemetry.Entries.Add(-list.EntryCount);
                removed++;
            }
        }

        return removed;
    }

    /// <summary>Reads, verifies and takes in one list.</summary>
    /// <param name="der">One DER CertificateList; only read during the call, not kept.</param>
    /// <param name="anchors">The generations that may have signed it.</param>
    /// <param name="reason">
    /// Why it was not taken, else None: StatusMalformed; IssuerUnknown; IssuerGenerationUnknown; StatusSignatureInvalid; UnrecognisedCriticalExtension;
    /// StatusOutOfScope (a delta list, indirect, or for authorities, attribute certificates or some reasons only); StatusStale (thisUpdate in the future, or the number is not higher than that of the list held).
    /// </param>
    /// <returns>Whether the list is held now; <see langword="true"/> also for a list that was held already.</returns>
    public bool TryAdd(ReadOnlyMemory<byte> der, TrustAnchorSet anchors, out VerificationReason reason)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        reason = Publish(Read(der, anchors));
        return reason == VerificationReason.None;
    }

    /// <summary>Reads, verifies and takes in one list of any length from a stream, without ever holding its bytes: about 2 MiB of them beside the index that is built.</summary>
    /// <param name="der">One DER CertificateList up to the stream's end; it stays open. Nothing is believed before the last byte was read and the signature held.</param>
    /// <param name="anchors">The generations that may have signed it.</param>
    /// <param name="cancellationToken">Gives the list up.</param>
    /// <returns>None when the list is held now; otherwise why it was not taken, as <see cref="TryAdd"/> says.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="IOException">The stream's own failure, whatever its type, passes through; the store is as it was.</exception>
    public async Task<VerificationReason> AddAsync(Stream der, TrustAnchorSet anchors, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(der);
        ArgumentNullException.ThrowIfNull(anchors);
        return Publish(await ReadAsync(der, anchors, CrlStream.UsualPiece, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Looks a certificate up, in the list of its municipality or the full list, whichever is fresh and newer.</summary>
    /// <param name="path">The certificate with its issuer.</param>
    /// <param name="cancellationToken">Not waited on; nothing here waits.</param>
    /// <returns>Good, held or revoked; Unreachable with StatusOutOfScope when no list covers it, with StatusStale when none is fresh.</returns>
    public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        cancellationToken.ThrowIfCancellationRequested();
        RevocationEvidence evidence = Check(path.Certificate, path.Issuer);
        CrlTelemetry.CountLookup(evidence.State);
        return ValueTask.FromResult(evidence);
    }

    private RevocationEvidence Check(JpkiCertificate certificate, TrustAnchor issuer)
    {
        ImmutableDictionary<CrlScope, CrlList> lists = Volatile.Read(ref _lists);
        CrlList? full = lists.GetValueOrDefault(new CrlScope(issuer.Name, issuer.KeyHash, default));
        CrlList? partition = certificate.CrlDistributionPoint.IsEmpty
            ? null
            : lists.GetValueOrDefault(new CrlScope(issuer.Name, issuer.KeyHash, certificate.CrlDistributionPoint));
        DateTimeOffset now = _clock.GetUtcNow();
        CrlList? fresh = Newer(FreshOnly(full, now), FreshOnly(partition, now));
        return fresh?.Judge(certificate.SerialNumber.Span)
            ?? Newer(full, partition)?.Stale()
            ?? RevocationEvidence.Unreachable(VerificationReason.StatusOutOfScope, RevocationMethod.Crl);
    }

    private CrlList? FreshOnly(CrlList? list, DateTimeOffset now) => list?.IsFresh(now, _skew) == true ? list : null;

    private static CrlList? Newer(CrlList? left, CrlList? right) =>
        left is null || (right is not null && right.ThisUpdate >= left.ThisUpdate) ? right : left;

    internal CrlAddition Read(ReadOnlyMemory<byte> der, TrustAnchorSet anchors)
    {
        try
        {
            using CrlReading reading = CrlReading.Begin(der, Terms(anchors));
            if (reading.Refusal != VerificationReason.None)
            {
                return new CrlAddition(reading.Refusal);
            }

            reading.Feed(der.Span[reading.Head.RevokedStart..]);
            reading.Hashes.Append(der.Span);
            return reading.Finish();
        }
        catch (AsnContentException)
        {
            return new CrlAddition(VerificationReason.StatusMalformed);
        }
    }

    internal async Task<CrlAddition> ReadAsync(Stream der, TrustAnchorSet anchors, int pieceLength, CancellationToken cancellationToken)
    {
        using Activity? activity = CrlTelemetry.Source.StartActivity(JpkiTelemetry.CrlLoadActivity);
        long start = _clock.GetTimestamp();
        CrlAddition? addition = null;
        try
        {
            addition = await CrlStream.ReadAsync(der, Terms(anchors), pieceLength, cancellationToken).ConfigureAwait(false);
        }
        catch (AsnContentException)
        {
            addition = new CrlAddition(VerificationReason.StatusMalformed);
        }
        finally
        {
            CrlTelemetry.Finish(activity, addition, _clock.GetElapsedTime(start));
        }

        return addition.Value;
    }

    // Readers see the list before or the list after, whole.
    internal VerificationReason Publish(CrlAddition addition)
    {
        VerificationReason reason = addition.Reason;
        if (addition.List is { } list)
        {
            CrlList? replaced = null;
            CrlList held = ImmutableInterlocked.AddOrUpdate(
                ref _lists,
                addition.Scope,
                _ =>
                {
                    replaced = null;
                    return list;
                },
                (_, present) => list.HasNewerNumberThan(replaced = present) ? list : present);
            CrlTelemetry.Entries.Add(held == list ? list.EntryCount - (replaced?.EntryCount ?? 0) : 0);
            reason = held.Sha256.Span.SequenceEqual(list.Sha256.Span) ? VerificationReason.None : VerificationReason.StatusStale;
        }

        CrlTelemetry.Loads.Add(1, CrlTelemetry.Outcome(reason));
        return reason;
    }

    internal CrlHolding? Find(CrlScope scope) => Volatile.Read(ref _lists).TryGetValue(scope, out CrlList? list) ? new CrlHolding(scope, list) : null;

    private CrlTerms Terms(TrustAnchorSet anchors) => new(anchors, _clock.GetUtcNow() + _skew, _mostUnusualEntries);
}
