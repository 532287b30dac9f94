using System.Collections.Immutable;
using System.Security.Cryptography;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Records;

/// <summary>The log of one party (情報提供等記録の保存): records in a store, their commitments in a Merkle log, heads signed.</summary>
/// <remarks>
/// <para>The tree is what the store holds, in the order of positions. It is read at <see cref="OpenAsync"/> and followed before each proof and head; a write carries it on, and
/// reads what others wrote in between. So several processes may write into one store.</para>
/// <para>Thread safe: writes, proofs and heads wait for each other, and writes that wait are written together in one call of the store.</para>
/// </remarks>
public sealed class PartyLog : IDisposable
{
    private const int HeadAttempts = 16;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly AppendQueue _queue = new();
    private readonly FollowedTree _tree;
    private readonly IRecordStore _records;
    private readonly IHeadStore _heads;
    private readonly ECDsa _key;
    private readonly TimeProvider _time;

    private PartyLog(LogOwner owner, IRecordStore records, IHeadStore heads, ECDsa key, TimeProvider time)
    {
        Owner = owner;
        _records = records;
        _tree = new FollowedTree(records);
        _heads = heads;
        _key = key;
        _time = time;
    }

    /// <summary>Whose log it is.</summary>
    public LogOwner Owner { get; }

    /// <summary>How many leaves the tree had after the last call.</summary>
    public long Size => _tree.Size;

    /// <summary>Opens a log over what its store holds.</summary>
    /// <param name="owner">Whose log it is.</param>
    /// <param name="records">Its records.</param>
    /// <param name="heads">Its heads.</param>
    /// <param name="key">The key on P-256 that signs heads, borrowed; used by one thread at a time.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The log.</returns>
    /// <exception cref="InvalidDataException">The commitments of the store do not make the root of the latest head: the store lost or altered some.</exception>
    public static async ValueTask<PartyLog> OpenAsync(
        LogOwner owner, IRecordStore records, IHeadStore heads, ECDsa key, TimeProvider time, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(heads);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(time);
        PartyLog log = new(owner, records, heads, key, time);
        await log._tree.FollowAsync(cancellationToken).ConfigureAwait(false);
        LogHead? latest = await heads.LatestAsync(owner.Origin, cancellationToken).ConfigureAwait(false);
        if (latest is not null && !log._tree.Holds(latest))
        {
            log.Dispose();
            throw new InvalidDataException("The store does not hold what the latest head signs.");
        }

        return log;
    }

    /// <summary>Appends first records. Asking again does no harm.</summary>
    /// <param name="records">The records, in the order in which they get positions.</param>
    /// <param name="cancellationToken">Gives up, without harm to what is written together with it; whether the records were written is then told by asking again.</param>
    /// <returns>One place for each.</returns>
    /// <exception cref="ArgumentException">A record is a correction; see <see cref="CorrectAsync"/>.</exception>
    public async ValueTask<IReadOnlyList<RecordPlace>> AppendAsync(ReadOnlyMemory<SaltedRecord> records, CancellationToken cancellationToken = default)
    {
        RecordPlace[] places = new RecordPlace[records.Length];
        List<int> asked = [];
        for (int i = 0; i < places.Length; i++)
        {
            AccessRecord record = records.Span[i].Record;
            if (record.Correction is not null)
            {
                throw new ArgumentException("Corrections are not appended as first records.", nameof(records));
            }

            places[i] = new RecordPlace(Refusal(record), -1);
            if (places[i].Outcome == RecordAppend.Written)
            {
                asked.Add(i);
            }
        }

        SaltedRecord[] ours = [.. asked.Select(i => records.Span[i])];
        IReadOnlyList<RecordPlace> kept = await WriteAsync(ours, cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < ours.Length; i++)
        {
            places[asked[i]] = kept[i];
        }

        return places;
    }

    /// <summary>Appends a correction, of this party or one that it was notified of.</summary>
    /// <param name="correction">A record with <see cref="AccessRecord.Correction"/>, of the same inquiry, parties and time of request as what it corrects.</param>
    /// <param name="cancellationToken">Gives up; whether it was written is then told by asking again.</param>
    /// <returns>What became of it, and the notices that the one who corrects owes. A party that was notified sends none.</returns>
    /// <exception cref="ArgumentException">The record is no correction.</exception>
    public async ValueTask<CorrectionResult> CorrectAsync(SaltedRecord correction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(correction);
        AccessRecord record = correction.Record;
        RecordCorrection step = record.Correction ?? throw new ArgumentException("The record corrects nothing.", nameof(correction));
        RecordAppend refusal = Refusal(record);
        if (refusal == RecordAppend.Written)
        {
            StoredRecord? before = await _records.FindAsync(new RecordKey(record.Inquiry, step.Number - 1), cancellationToken).ConfigureAwait(false);
            refusal = before is null ? RecordAppend.NothingToCorrect : Follows(before.Record, record) ? RecordAppend.Written : RecordAppend.CorrectsAnother;
        }

        if (refusal != RecordAppend.Written)
        {
            return new CorrectionResult(new RecordPlace(refusal, -1), []);
        }

        RecordPlace place = (await WriteAsync([correction], cancellationToken).ConfigureAwait(false))[0];
        return new CorrectionResult(place, place.IsKept ? Notices(correction) : []);
    }

    /// <summary>Signs a head over all leaves and keeps it.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The head. When no leaf came since the latest head, it is that one.</returns>
    /// <exception cref="InvalidOperationException">Other processes kept signing in between.</exception>
    /// <exception cref="CryptographicException">The key cannot sign.</exception>
    public async ValueTask<LogHead> SignHeadAsync(CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            for (int attempt = 0; attempt < HeadAttempts; attempt++)
            {
                LogHead? latest = await _heads.LatestAsync(Owner.Origin, cancellationToken).ConfigureAwait(false);
                await _tree.FollowAsync(cancellationToken).ConfigureAwait(false);
                if (latest is not null && latest.Size == _tree.Size)
                {
                    return latest;
                }

                LogHead head = LogHead.Sign(Owner.Origin, _tree.Size, _tree.Tree.Root, Later(_time.GetUtcNow(), latest), latest, _key);
                if (await _heads.AddAsync(head, cancellationToken).ConfigureAwait(false))
                {
                    return head;
                }
            }
        }
        finally
        {
            _gate.Release();
        }

        throw new InvalidOperationException("Heads were signed elsewhere at the same time.");
    }

    /// <summary>Proves that a record is in the log.</summary>
    /// <param name="key">The record.</param>
    /// <param name="head">A head of this log.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The record and the proof; <see langword="null"/> when the record is not there, was dropped, or came after the head.</returns>
    /// <exception cref="ArgumentException">The head is not one of this log.</exception>
    public async ValueTask<RecordProof?> ProveAsync(RecordKey key, LogHead head, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(head);
        StoredRecord? stored = await _records.FindAsync(key, cancellationToken).ConfigureAwait(false);
        return await ReadTreeAsync(
            tree =>
            {
                if (head.Origin != Owner.Origin || !_tree.Holds(head))
                {
                    throw new ArgumentException("The head is not one of this log.", nameof(head));
                }

                return stored is null || stored.Position >= head.Size ? null : new RecordProof(stored.Record, head, tree.ProveInclusion(stored.Position, head.Size));
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Proves that the log only grew between two sizes; for witnesses and auditors.</summary>
    /// <param name="first">The earlier size.</param>
    /// <param name="second">The later size.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The proof.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The log never had such sizes, or they are in the wrong order.</exception>
    public ValueTask<ConsistencyProof> ProveConsistencyAsync(long first, long second, CancellationToken cancellationToken = default) =>
        ReadTreeAsync(tree => tree.ProveConsistency(first, second), cancellationToken);

    /// <summary>Drops records and salts whose retention is over; commitments and roots stand (暗号論的消去).</summary>
    /// <param name="max">At most so many; call again until none is dropped.</param>
    /// <param name="cancellationToken">Gives up; then nothing is dropped.</param>
    /// <returns>The keys of what was dropped.</returns>
    public ValueTask<IReadOnlyList<RecordKey>> ShredExpiredAsync(int max, CancellationToken cancellationToken = default) =>
        _records.ShredAsync(RecordDay.LastExpired(_time.GetUtcNow()), max, cancellationToken);

    /// <summary>Releases what waits; stores and key stay the caller's.</summary>
    public void Dispose() => _gate.Dispose();

    private static DateTimeOffset Later(DateTimeOffset now, LogHead? latest) => latest is not null && latest.Time > now ? latest.Time : now;

    private static bool Follows(SaltedRecord before, AccessRecord record) =>
        record.Correction!.Corrected == before.Commitment && record.RequestedAt == before.Record.RequestedAt
        && (record.Inquirer, record.Provider) == (before.Record.Inquirer, before.Record.Provider);

    private RecordAppend Refusal(AccessRecord record) => !Owner.Keeps(record) ? RecordAppend.NotOurs
        : RecordDay.Expiry(RecordDay.Of(record.RequestedAt)) <= _time.GetUtcNow() ? RecordAppend.PastRetention : RecordAppend.Written;

    private ImmutableArray<CorrectionNotice> Notices(SaltedRecord correction)
    {
        LogOwner[] parties = [LogOwner.Core, new(correction.Record.Inquirer), new(correction.Record.Provider)];
        return [.. parties.Distinct().Where(party => party != Owner)
            .Select(party => new CorrectionNotice(Owner, party, correction.Record.Correction!.Corrected, correction))];
    }

    private async ValueTask<IReadOnlyList<RecordPlace>> WriteAsync(SaltedRecord[] records, CancellationToken cancellationToken)
    {
        if (records.Length == 0)
        {
            return [];
        }

        cancellationToken.ThrowIfCancellationRequested();
        WaitingAppend call = _queue.Join(records, cancellationToken, out bool leads);
        if (leads)
        {
            _ = LeadAsync();
        }

        try
        {
            return await call.Places.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _queue.Leave(call);
            throw;
        }
    }

    /// <summary>Waits for the gate, for those who joined meanwhile too, whoever of them gives up.</summary>
    private async Task LeadAsync()
    {
        try
        {
            await _gate.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (ObjectDisposedException exception)
        {
            _queue.TakeAll().ForEach(call => call.Fail(exception));
            return;
        }

        await WriteWaitingAsync().ConfigureAwait(false);
    }

    /// <summary>Writes all that wait in one call of the store, and lets the gate go.</summary>
    private async Task WriteWaitingAsync()
    {
        List<WaitingAppend> calls = _queue.TakeAll();
        try
        {
            if (calls.Count > 0)
            {
                SaltedRecord[] records = calls.Count == 1 ? calls[0].Records : [.. calls.SelectMany(call => call.Records)];
                CancellationToken cancellation = calls.Count == 1 ? calls[0].Cancellation : CancellationToken.None;
                IReadOnlyList<RecordPlace> places = await _records.AppendAsync(records, cancellation).ConfigureAwait(false);
                await _tree.CarryOnAsync(records, places, cancellation).ConfigureAwait(false);
                int at = 0;
                foreach (WaitingAppend call in calls)
                {
                    call.Finish(calls.Count == 1 ? places : [.. places.Skip(at).Take(call.Records.Length)]);
                    at += call.Records.Length;
                }
            }
        }
        catch (Exception exception)
        {
            calls.ForEach(call => call.Fail(exception));
        }
        finally
        {
            _gate.Release();
        }
    }

    private async ValueTask<T> ReadTreeAsync<T>(Func<MerkleLog, T> read, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _tree.FollowAsync(cancellationToken).ConfigureAwait(false);
            return read(_tree.Tree);
        }
        finally
        {
            _gate.Release();
        }
    }
}
