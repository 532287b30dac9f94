using System.Data;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Notices;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>Writes and takes notices within a transaction.</summary>
/// <remarks>Whoever writes or takes a holder's notices has the holder's count first, by ascending holder, until the transaction ends. So places are given out in the order in which
/// transactions are kept, what is read then stays as it is, and nobody waits in a circle. Waits are taken before any count.</remarks>
internal static class NoticeWriter
{
    /// <summary>Writes the notices that are not owed already.</summary>
    /// <returns>How many they are.</returns>
    public static async ValueTask<int> AddAsync(SqlSession session, CoreNotice[] notices, CancellationToken cancellationToken)
    {
        SqlText text = session.Text;
        CodeHolderId[] holders = HoldersOf(notices);
        (DbType, object)[][] keys = [.. holders.Select(holder => new[] { (DbType.Int32, (object)holder.Value) })];
        await ManyRows.RunEachAsync(session, $"insert into core_notice_count (holder, written) values ({text.Mark(0)}, 0) on conflict do nothing", keys, cancellationToken).ConfigureAwait(false);
        await TakeAsync(session, holders, cancellationToken).ConfigureAwait(false);
        Dictionary<CodeHolderId, long> written = (await ManyRows.ReadAsync(
            session, "select holder, written from core_notice_count", "holder", keys.Select(key => key[0]),
            reader => KeyValuePair.Create(CodeBytes.Holder(reader, 0), reader.GetInt64(1)), cancellationToken).ConfigureAwait(false)).ToDictionary();
        HashSet<string> owed = [.. (await PlacesAsync(session, notices, cancellationToken).ConfigureAwait(false)).Keys];
        PlacedNotice[] rows = [.. notices.Where(notice => owed.Add(Text(notice))).Select(notice => new PlacedNotice(notice, ++written[notice.Holder]))];
        if (!await RowWriter.InsertAllAsync(session, "core_notice_owed", NoticeRows.Owed, rows, cancellationToken).ConfigureAwait(false)
            || !await RowWriter.InsertAllAsync(session, "core_notice", NoticeRows.Notice, rows, cancellationToken).ConfigureAwait(false))
        {
            throw new InvalidOperationException("A notice is there already although its holder's count was taken: rows were written by another hand.");
        }

        await ManyRows.RunEachAsync(
            session, $"update core_notice_count set written = {text.Mark(0)} where holder = {text.Mark(1)}",
            [.. holders.Select(holder => new[] { (DbType.Int64, (object)written[holder]), (DbType.Int32, holder.Value) })], cancellationToken).ConfigureAwait(false);
        return rows.Length;
    }

    /// <summary>Takes notices away.</summary>
    /// <returns>How many were owed.</returns>
    public static async ValueTask<int> RemoveAsync(SqlSession session, CoreNotice[] notices, CancellationToken cancellationToken)
    {
        SqlText text = session.Text;
        await TakeAsync(session, HoldersOf(notices), cancellationToken).ConfigureAwait(false);
        Dictionary<string, (int Holder, long Place)> places = await PlacesAsync(session, notices, cancellationToken).ConfigureAwait(false);
        await ManyRows.RunEachAsync(
            session, $"delete from core_notice_owed where notice = {text.Mark(0)}",
            [.. places.Keys.Select(key => new[] { (DbType.Binary, (object)Convert.FromHexString(key)) })], cancellationToken).ConfigureAwait(false);
        await ManyRows.RunEachAsync(
            session, $"delete from core_notice where holder = {text.Mark(0)} and place = {text.Mark(1)}",
            [.. places.Values.Select(row => new[] { (DbType.Int32, (object)row.Holder), (DbType.Int64, row.Place) })], cancellationToken).ConfigureAwait(false);
        return places.Count;
    }

    /// <summary>Takes the waits for a code away, each by whoever comes first.</summary>
    public static async ValueTask<CodeWait[]> EndWaitsAsync(SqlSession session, CodeHolderId provider, LinkCode link, CancellationToken cancellationToken)
    {
        SqlText text = session.Text;
        List<CodeWait> waits = await session.QueryAsync(
            $"select inquirer, code from core_wait where link = {text.Mark(0)} and provider = {text.Mark(1)}",
            [(DbType.Binary, CodeBytes.Of(link)), (DbType.Int32, provider.Value)],
            reader => new CodeWait(provider, link, CodeBytes.Holder(reader, 0), CodeBytes.Agency(reader, 1)), cancellationToken).ConfigureAwait(false);
        waits.Sort((one, other) => (one.Inquirer, one.InquirerCode).CompareTo((other.Inquirer, other.InquirerCode)));
        string where = string.Join(" and ", NoticeRows.Wait.Select((column, index) => $"{column.Name} = {text.Mark(index)}"));
        int[] ended = await ManyRows.RunEachAsync(
            session, $"delete from core_wait where {where}",
            [.. waits.Select(wait => (((DbType, object)[])[.. NoticeRows.Wait.Select(column => (column.Type, column.Value(wait)))]))], cancellationToken).ConfigureAwait(false);
        return [.. waits.Where((_, index) => ended[index] == 1)];
    }

    private static CodeHolderId[] HoldersOf(CoreNotice[] notices) => [.. notices.Select(notice => notice.Holder).Distinct().Order()];

    private static async ValueTask TakeAsync(SqlSession session, CodeHolderId[] holders, CancellationToken cancellationToken) => await ManyRows.RunEachAsync(
        session, $"update core_notice_count set written = written where holder = {session.Text.Mark(0)}",
        [.. holders.Select(holder => new[] { (DbType.Int32, (object)holder.Value) })], cancellationToken).ConfigureAwait(false);

    /// <summary>Where the owed ones among some notices are, by the digits of their keys.</summary>
    private static async ValueTask<Dictionary<string, (int Holder, long Place)>> PlacesAsync(SqlSession session, CoreNotice[] notices, CancellationToken cancellationToken) =>
        (await ManyRows.ReadAsync(
            session, "select notice, holder, place from core_notice_owed", "notice",
            notices.DistinctBy(notice => notice.Key).Select(notice => (DbType.Binary, (object)NoticeRows.Key(notice))),
            reader => KeyValuePair.Create(Convert.ToHexString(CodeBytes.Bytes(reader, 0)!), (reader.GetInt32(1), reader.GetInt64(2))), cancellationToken).ConfigureAwait(false)).ToDictionary();

    private static string Text(CoreNotice notice) => Convert.ToHexString(NoticeRows.Key(notice));
}
