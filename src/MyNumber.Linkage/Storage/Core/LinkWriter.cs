using System.Data;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Links;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>Writes lines and tombstones within a transaction.</summary>
/// <remarks>Every writer takes new links, then known links, then tags, each by ascending key. Whoever has a link's row has its lines and its tags too, so two writers never wait in a circle.</remarks>
internal static class LinkWriter
{
    /// <summary>Writes lines, until one is passed over.</summary>
    /// <returns>Whether all are written.</returns>
    public static async ValueTask<bool> AddAsync(SqlSession session, LinkEntry[] entries, CancellationToken cancellationToken)
    {
        LinkEntry[][] links = [.. entries.GroupBy(entry => entry.Link).OrderBy(lines => lines.Key).Select(lines => lines.ToArray())];
        if (links.Any(lines => lines.Where((line, index) => line.Version != lines[0].Version + index).Any()))
        {
            return false;
        }

        (LinkCode, int)[] added = [.. links.Where(lines => lines[0].Version == 0).Select(lines => (lines[0].Link, lines.Length))];
        return await RowWriter.InsertAllAsync(session, "link_code", LinkRows.New, added, cancellationToken).ConfigureAwait(false)
            && await ContinueAsync(session, [.. links.Where(lines => lines[0].Version > 0)], cancellationToken).ConfigureAwait(false)
            && await RowWriter.InsertAllAsync(session, "link_entry", LinkRows.Entry, [.. links.SelectMany(lines => lines)], cancellationToken).ConfigureAwait(false)
            && await RowWriter.InsertAllAsync(session, "link_tag", LinkRows.Tag, Ordered(entries), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Buries a link once it and its successor are taken and neither is buried.</summary>
    public static async ValueTask<bool> BuryAsync(SqlSession session, LinkTombstone tombstone, CancellationToken cancellationToken)
    {
        SqlText text = session.Text;
        LinkCode[] links = [.. new[] { tombstone.Link, tombstone.Successor }.Where(link => !link.IsEmpty).Order()];
        int[] taken = await ManyRows.RunEachAsync(
            session, $"update link_code set versions = versions where link = {text.Mark(0)} and buried_at is null",
            [.. links.Select(link => new[] { (DbType.Binary, (object)CodeBytes.Of(link)) })], cancellationToken).ConfigureAwait(false);
        if (taken.Any(count => count != 1))
        {
            return false;
        }

        (DbType, object) link = (DbType.Binary, CodeBytes.Of(tombstone.Link));
        (DbType, object) successor = (DbType.Binary, CodeBytes.OrNull(tombstone.Successor));
        await session.ExecuteAsync(
            $"update link_code set successor = {text.Mark(0)}, buried_at = {text.Mark(1)} where link = {text.Mark(2)}",
            [successor, (DbType.Int64, SqlTime.Of(tombstone.At)), link], cancellationToken).ConfigureAwait(false);
        await (tombstone.Successor.IsEmpty
            ? session.ExecuteAsync($"delete from link_tag where link = {text.Mark(0)}", [link], cancellationToken)
            : session.ExecuteAsync($"update link_tag set link = {text.Mark(0)} where link = {text.Mark(1)}", [successor, link], cancellationToken)).ConfigureAwait(false);
        return true;
    }

    private static async ValueTask<bool> ContinueAsync(SqlSession session, LinkEntry[][] links, CancellationToken cancellationToken)
    {
        SqlText text = session.Text;
        int[] touched = await ManyRows.RunEachAsync(
            session, $"update link_code set versions = {text.Mark(0)} where link = {text.Mark(1)} and versions = {text.Mark(2)} and buried_at is null",
            [.. links.Select(lines => new[]
            {
                (DbType.Int32, (object)(lines[^1].Version + 1)), (DbType.Binary, CodeBytes.Of(lines[0].Link)), (DbType.Int32, lines[0].Version),
            })],
            cancellationToken).ConfigureAwait(false);
        return touched.All(count => count == 1);
    }

    private static LinkEntry[] Ordered(LinkEntry[] entries) =>
        [.. entries.Select(entry => (Key: Convert.ToHexString(LinkRows.Of(entry.Tag)), Entry: entry)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Entry)];
}
