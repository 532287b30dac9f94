using System.Collections.Immutable;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Audit;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Portal.Records;

/// <summary>Reads what a person may see: one inquiry with its corrections at a time, one more than the page has, so that it is known whether another page has something to show.</summary>
internal sealed class RecordReader(RecordFinder finder, PartyLog log, IRecordStore records)
{
    private const int Step = 100;
    private const int YearsKept = 8;

    public async ValueTask<List<ImmutableArray<RecordProof>>> ReadAsync(LinkCode link, RecordQuery query, LogHead head, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<ImmutableArray<RecordProof>> shown = [];
        int last = now.AddDays(1).UtcDateTime.Year;
        int first = Math.Max(query.After?.Year ?? 1, Math.Max(last - YearsKept - 1, query.From?.UtcDateTime.Year ?? 1));
        for (int year = first; year <= last && shown.Count <= query.Most; year++)
        {
            RecordKey? after = query.After is { } cursor && cursor.Year == year ? cursor.Key : null;
            await ReadYearAsync(link, year, after, query, head, shown, cancellationToken).ConfigureAwait(false);
        }

        return shown;
    }

    private async ValueTask ReadYearAsync(
        LinkCode link, int year, RecordKey? after, RecordQuery query, LogHead head, List<ImmutableArray<RecordProof>> shown, CancellationToken cancellationToken)
    {
        IReadOnlyList<RecordKey> keys;
        do
        {
            keys = await finder.ReadAsync(link, year, after, Step, cancellationToken).ConfigureAwait(false);
            foreach (RecordKey key in keys)
            {
                ImmutableArray<RecordProof> chain = await ReadChainAsync(key, query, head, cancellationToken).ConfigureAwait(false);
                if (!chain.IsEmpty)
                {
                    shown.Add(chain);
                }

                if (shown.Count > query.Most)
                {
                    return;
                }
            }

            after = keys.Count > 0 ? keys[^1] : after;
        }
        while (keys.Count == Step);
    }

    /// <summary>An inquiry's record and its corrections; nothing when the latest of them is withheld.</summary>
    private async ValueTask<ImmutableArray<RecordProof>> ReadChainAsync(RecordKey first, RecordQuery query, LogHead head, CancellationToken cancellationToken)
    {
        List<SaltedRecord> chain = [];
        while (await records.FindAsync(first with { Correction = chain.Count }, cancellationToken).ConfigureAwait(false) is { } stored)
        {
            chain.Add(stored.Record);
        }

        if (chain.Count == 0 || !chain[^1].Record.IsDisclosed || chain[0].Record.RequestedAt < query.From || chain[0].Record.RequestedAt >= query.Until)
        {
            return [];
        }

        ImmutableArray<RecordProof>.Builder proofs = ImmutableArray.CreateBuilder<RecordProof>();
        foreach (SaltedRecord record in chain.Where(record => record.Record.IsDisclosed))
        {
            if (await log.ProveAsync(record.Record.Key, head, cancellationToken).ConfigureAwait(false) is { } proof)
            {
                proofs.Add(proof);
            }
        }

        return proofs.ToImmutable();
    }
}
