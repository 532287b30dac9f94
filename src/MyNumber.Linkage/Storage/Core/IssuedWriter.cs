using System.Data;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Issued;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>Writes codes and changes within a transaction.</summary>
/// <remarks>Every writer takes the codes first and what is in use then, each by ascending key, so two writers that wait for each other's keys never wait in a circle.</remarks>
internal static class IssuedWriter
{
    /// <summary>Writes new codes, until one is passed over.</summary>
    /// <returns>Whether all are written.</returns>
    public static async ValueTask<bool> AddAsync(SqlSession session, IssuedCode[] codes, CancellationToken cancellationToken)
    {
        IssuedCode[] ordered = [.. codes.OrderBy(code => (code.Code, code.Holder))];
        IssuedCode[] inUse = [.. codes.Where(code => code.State == IssuedState.Active).OrderBy(code => (code.Link, code.Holder))];
        return await RowWriter.InsertAllAsync(session, "issued_code", IssuedRows.All, ordered, cancellationToken).ConfigureAwait(false)
            && await RowWriter.InsertAllAsync(session, "issued_in_use", IssuedRows.InUse, inUse, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes codes, all or none.</summary>
    /// <returns>The answer, or <see langword="null"/> when another writer came in between and the call is to be made again.</returns>
    public static async ValueTask<IssuedResult?> ChangeAsync(SqlSession session, IssuedChange[] changes, CancellationToken cancellationToken)
    {
        SortedDictionary<(AgencyCode Code, CodeHolderId Holder), IssuedCode?> keys = KeysOf(changes);
        HashSet<(AgencyCode, CodeHolderId)> added = await TakeAsync(session, keys, cancellationToken).ConfigureAwait(false);
        HashSet<(AgencyCode, CodeHolderId)> read = [.. keys.Keys, .. changes.Where(change => !change.ReplacedBy.IsEmpty).Select(change => (change.ReplacedBy, change.Holder))];
        LinkCode[] links = [.. keys.Values.OfType<IssuedCode>().Select(code => code.Link)];
        IssuedTables before = await IssuedRows.LoadAsync(session, read, links, added, cancellationToken).ConfigureAwait(false);
        IssuedTables after = before.Copy();
        IssuedResult result = after.Run(changes, static (tables, change) => tables.Change(change));
        return result.Conflict != IssuedConflict.None ? result
            : await WriteAsync(session, [.. keys.Keys], before, after, cancellationToken).ConfigureAwait(false) ? default(IssuedResult)
            : null;
    }

    /// <summary>The keys that a call takes, with the new code where one is to be added.</summary>
    private static SortedDictionary<(AgencyCode Code, CodeHolderId Holder), IssuedCode?> KeysOf(IssuedChange[] changes)
    {
        SortedDictionary<(AgencyCode Code, CodeHolderId Holder), IssuedCode?> keys = [];
        foreach (IssuedChange change in changes)
        {
            keys.TryAdd((change.Code, change.Holder), null);
            if (change.Replacement is { } added)
            {
                keys[(added.Code, added.Holder)] = added;
            }
        }

        return keys;
    }

    /// <summary>Takes each key until the end of the transaction: a new code by writing it, another by writing nothing new.</summary>
    /// <returns>The codes that were new. One that was not runs into its key when the call is judged.</returns>
    private static async ValueTask<HashSet<(AgencyCode Code, CodeHolderId Holder)>> TakeAsync(
        SqlSession session, SortedDictionary<(AgencyCode Code, CodeHolderId Holder), IssuedCode?> keys, CancellationToken cancellationToken)
    {
        HashSet<(AgencyCode, CodeHolderId)> added = [];
        foreach (((AgencyCode Code, CodeHolderId Holder) Key, IssuedCode? New)[] run in Runs([.. keys.Select(pair => (pair.Key, pair.Value))], pair => pair.Value is null))
        {
            bool isNew = run[0].New is not null;
            string statement = isNew ? session.Text.Insert("issued_code", IssuedRows.All, 1)
                : $"update issued_code set state = state where code = {session.Text.Mark(0)} and holder = {session.Text.Mark(1)}";
            int[] touched = await ManyRows.RunEachAsync(
                session, statement, [.. run.Select(pair => pair.New is { } code ? Values(IssuedRows.All, code) : KeyOf(pair.Key))], cancellationToken).ConfigureAwait(false);
            added.UnionWith(run.Where((_, index) => isNew && touched[index] == 1).Select(pair => pair.Key));
        }

        return added;
    }

    private static async ValueTask<bool> WriteAsync(
        SqlSession session, (AgencyCode Code, CodeHolderId Holder)[] keys, IssuedTables before, IssuedTables after, CancellationToken cancellationToken)
    {
        IssuedCode[] rows = [.. keys.Select(key => after.Find(key.Holder, key.Code)!)];
        SqlText text = session.Text;
        string sets = string.Join(", ", IssuedRows.Standing.Select((column, index) => $"{column.Name} = {text.Mark(index)}"));
        int[] touched = await ManyRows.RunEachAsync(
            session, $"update issued_code set {sets} where code = {text.Mark(4)} and holder = {text.Mark(5)}",
            [.. rows.Select(row => (((DbType, object)[])[.. Values(IssuedRows.Standing, row), .. KeyOf((row.Code, row.Holder))]))], cancellationToken).ConfigureAwait(false);
        return touched.All(count => count == 1) && await UseAsync(session, rows, before, after, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<bool> UseAsync(SqlSession session, IssuedCode[] rows, IssuedTables before, IssuedTables after, CancellationToken cancellationToken)
    {
        SqlText text = session.Text;
        foreach (InUseMove[] run in Runs(InUseMove.Of(rows, before, after), move => (move.Was.IsEmpty, move.Is.IsEmpty)))
        {
            string statement = run[0].Was.IsEmpty ? $"insert into issued_in_use (code, link, holder) values ({text.Marks(0, 3)}) on conflict do nothing"
                : run[0].Is.IsEmpty ? $"delete from issued_in_use where code = {text.Mark(0)} and link = {text.Mark(1)} and holder = {text.Mark(2)}"
                : $"update issued_in_use set code = {text.Mark(3)} where code = {text.Mark(0)} and link = {text.Mark(1)} and holder = {text.Mark(2)}";
            int[] touched = await ManyRows.RunEachAsync(session, statement, [.. run.Select(move => move.Parameters)], cancellationToken).ConfigureAwait(false);
            if (touched.Any(count => count != 1))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Neighbours of one kind together, in the order that they have.</summary>
    private static IEnumerable<T[]> Runs<T, TKind>(IReadOnlyList<T> rows, Func<T, TKind> kind)
    {
        int from = 0;
        for (int at = 1; at <= rows.Count; at++)
        {
            if (at == rows.Count || !EqualityComparer<TKind>.Default.Equals(kind(rows[at]), kind(rows[from])))
            {
                yield return [.. rows.Skip(from).Take(at - from)];
                from = at;
            }
        }
    }

    private static (DbType Type, object Value)[] Values(SqlColumn<IssuedCode>[] columns, IssuedCode row) => [.. columns.Select(column => (column.Type, column.Value(row)))];

    private static (DbType Type, object Value)[] KeyOf((AgencyCode Code, CodeHolderId Holder) key) => [(DbType.Binary, CodeBytes.Of(key.Code)), (DbType.Int32, key.Holder.Value)];
}
