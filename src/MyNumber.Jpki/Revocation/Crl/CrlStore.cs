using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;

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

    private readonly TimeProvider _clock;
    private readonly TimeSpan _skew;
    private ImmutableDictionary<CrlScope, CrlList> _lists = ImmutableDictionary<CrlScope, CrlList>.Empty;

    /// <summary>Makes an empty store.</summary>
    /// <param name="clock">The clock that decides what now is.</param>
    /// <param name="clockSkew">How far in the future a list's thisUpdate may lie; 0 to one day, default 5 minutes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The skew is out of its range.</exception>
    public CrlStore(TimeProvider clock, TimeSpan? clockSkew = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
        _skew = clockSkew ?? TimeSpan.FromMinutes(5);
        ArgumentOutOfRangeException.ThrowIfLessThan(_skew, TimeSpan.Zero, nameof(clockSkew));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_skew, TimeSpan.FromDays(1), nameof(clockSkew));
    }

    /// <summary>How many lists are held.</summary>
    public int Count => Volatile.Read(ref _lists).Count;

    /// <summary>How many entries all lists have together.</summary>
    public long EntryCount => Volatile.Read(ref _lists).Values.Sum(list => (long)list.EntryCount);

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
        reason = VerificationReason.StatusMalformed;
        try
        {
            if (der.Length <= MaximumLength)
            {
                CrlHeader header = CrlHeader.Read(der);
                reason = CrlCheck.Check(header, anchors, _clock.GetUtcNow() + _skew, out TrustAnchor? issuer);
                reason = reason == VerificationReason.None ? Add(header, issuer!, der.Span) : reason;
            }
        }
        catch (AsnContentException)
        {
            reason = VerificationReason.StatusMalformed;
        }

        return reason == VerificationReason.None;
    }

    /// <summary>Looks a certificate up, in the list of its municipality or the full list, whichever is fresh and newer.</summary>
    /// <param name="path">The certificate with its issuer.</param>
    /// <param name="cancellationToken">Not waited on; nothing here waits.</param>
    /// <returns>Good, held or revoked; Unreachable with StatusOutOfScope when no list covers it, with StatusStale when none is fresh.</returns>
    public ValueTask<RevocationEvidence> CheckAsync(VerifiedPath path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Check(path.Certificate, path.Issuer));
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

    private VerificationReason Add(CrlHeader header, TrustAnchor issuer, ReadOnlySpan<byte> der)
    {
        CrlIndex? index = CrlIndexBuilder.Build(header.RevokedCertificates.Span, header.ThisUpdate);
        if (index is null)
        {
            return VerificationReason.UnrecognisedCriticalExtension;
        }

        CrlList list = new(header, SHA256.HashData(der), index);
        CrlScope scope = new(issuer.Name, issuer.KeyHash, header.Extensions.Scope.ToArray());
        CrlList held = ImmutableInterlocked.AddOrUpdate(ref _lists, scope, list, (_, present) => list.HasNewerNumberThan(present) ? list : present);
        return held.Sha256.Span.SequenceEqual(list.Sha256.Span) ? VerificationReason.None : VerificationReason.StatusStale;
    }
}
