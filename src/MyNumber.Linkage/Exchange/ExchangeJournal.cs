using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Exchange;

/// <summary>What one party has under way: a sealed row for each inquiry, whose version is its state. It makes every step repeatable after a crash.</summary>
internal sealed class ExchangeJournal(IBodyStore store, BodyCipher cipher, BodyTable table)
{
    private const int Page = 500;

    /// <summary>Finds what is noted.</summary>
    public async ValueTask<(JournalState State, byte[] Content)?> FindAsync(InquiryId inquiry, CancellationToken cancellationToken) =>
        await store.FindAsync(cipher.Body, Place(inquiry), cancellationToken).ConfigureAwait(false) is { } row ? ((JournalState)row.Version, cipher.Open(row)[InquiryId.Length..]) : null;

    /// <summary>Notes the first state.</summary>
    /// <returns>Whether there was no note of this inquiry.</returns>
    public ValueTask<bool> TryBeginAsync(InquiryId inquiry, JournalState state, byte[] content, CancellationToken cancellationToken) =>
        store.TryExchangeAsync(cipher.Body, [], [Seal(inquiry, state, content)], cancellationToken);

    /// <summary>Notes a later state.</summary>
    /// <returns>Whether it was later than the one that was noted.</returns>
    public async ValueTask<bool> TryAdvanceAsync(InquiryId inquiry, JournalState state, byte[] content, CancellationToken cancellationToken) =>
        await store.WriteAsync(cipher.Body, [Seal(inquiry, state, content)], cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>Every inquiry in one of the states of a range, page by page; the store leaves out the others.</summary>
    public async ValueTask<IReadOnlyList<InquiryId>> ListAsync(JournalState first, JournalState last, CancellationToken cancellationToken)
    {
        List<InquiryId> found = [];
        IReadOnlyList<BodyRow> rows;
        UInt128? after = null;
        do
        {
            rows = await store.ListAsync(cipher.Body, table, ((long)first, (long)last), after, Page, cancellationToken).ConfigureAwait(false);
            found.AddRange(rows.Select(row => IdOf(cipher.Open(row))));
            after = rows.Count > 0 ? rows[^1].Key.Tag : after;
        }
        while (rows.Count == Page);
        return found;
    }

    /// <summary>Takes notes out.</summary>
    /// <returns>How many there were.</returns>
    public async ValueTask<int> ClearAsync(IReadOnlyList<RecordKey> expired, CancellationToken cancellationToken)
    {
        int gone = 0;
        foreach (InquiryId inquiry in expired.Select(key => key.Inquiry).Distinct())
        {
            gone += await store.TryExchangeAsync(cipher.Body, [Place(inquiry)], [], cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        return gone;
    }

    /// <summary>Takes out notes in one state that are old enough, and no more than a ceiling.</summary>
    /// <returns>How many there were.</returns>
    public async ValueTask<int> ClearAsync(JournalState state, Func<InquiryId, ReadOnlyMemory<byte>, bool> isOver, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        int gone = 0;
        IReadOnlyList<BodyRow> rows;
        UInt128? after = null;
        do
        {
            rows = await store.ListAsync(cipher.Body, table, ((long)state, (long)state), after, Page, cancellationToken).ConfigureAwait(false);
            foreach (BodyRow row in rows.TakeWhile(_ => gone < most))
            {
                byte[] clear = cipher.Open(row);
                gone += isOver(IdOf(clear), clear.AsMemory(InquiryId.Length)) && await store.TryExchangeAsync(cipher.Body, [row.Key], [], cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }

            after = rows.Count > 0 ? rows[^1].Key.Tag : after;
        }
        while (rows.Count == Page && gone < most);
        return gone;
    }

    private static InquiryId IdOf(byte[] clear) => new(new Guid(clear.AsSpan(0, InquiryId.Length), bigEndian: true));

    private BodyRow Seal(InquiryId inquiry, JournalState state, byte[] content) => cipher.Seal(Place(inquiry), (long)state, [.. inquiry.ToBytes(), .. content]);

    private BodyRowKey Place(InquiryId inquiry) => cipher.Place(table, inquiry.ToBytes());
}
