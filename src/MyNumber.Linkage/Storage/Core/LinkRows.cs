using System.Data;
using System.Data.Common;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Links;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>Lines of the link register as rows, and the judgement of a batch that was passed over.</summary>
internal static class LinkRows
{
    private static readonly SqlColumn<LinkEntry> _link = new("link", DbType.Binary, entry => CodeBytes.Of(entry.Link));
    private static readonly SqlColumn<LinkEntry> _tag = new("tag", DbType.Binary, entry => Of(entry.Tag));

    /// <summary>Every column of a line, in the order of reading.</summary>
    public static SqlColumn<LinkEntry>[] Entry { get; } =
        [_link, new("version", DbType.Int32, entry => entry.Version), _tag, new("since", DbType.Int64, entry => SqlTime.Of(entry.Since))];

    public static SqlColumn<LinkEntry>[] Tag { get; } = [_tag, _link];

    public static SqlColumn<(LinkCode Link, int Versions)>[] New { get; } =
        [new("link", DbType.Binary, row => CodeBytes.Of(row.Link)), new("versions", DbType.Int32, row => row.Versions)];

    public static byte[] Of(ResidentCodeTag tag)
    {
        byte[] bytes = new byte[ResidentCodeTag.Length];
        tag.WriteRevealed(bytes);
        return bytes;
    }

    public static LinkEntry Read(DbDataReader reader) =>
        new(CodeBytes.Link(reader, 0), reader.GetInt32(1), ResidentCodeTag.FromBytes(CodeBytes.Bytes(reader, 2)), SqlTime.Read(reader, 3)!.Value);

    /// <summary>Finds the first line that runs into a key, as the register stands now.</summary>
    public static async ValueTask<LinkResult> JudgeAsync(SqlSession session, LinkEntry[] entries, CancellationToken cancellationToken)
    {
        Dictionary<LinkCode, int> next = [];
        foreach ((LinkCode link, int versions) in await ManyRows.ReadAsync(
            session, "select link, versions, buried_at from link_code", "link", entries.Select(entry => entry.Link).Distinct().Select(link => (DbType.Binary, (object)CodeBytes.Of(link))),
            reader => (CodeBytes.Link(reader, 0), reader.IsDBNull(2) ? reader.GetInt32(1) : -1), cancellationToken).ConfigureAwait(false))
        {
            next.Add(link, versions);
        }

        HashSet<ResidentCodeTag> taken = [.. await ManyRows.ReadAsync(
            session, "select tag from link_tag", "tag", entries.Select(entry => entry.Tag).Distinct().Select(tag => (DbType.Binary, (object)Of(tag))),
            reader => ResidentCodeTag.FromBytes(CodeBytes.Bytes(reader, 0)), cancellationToken).ConfigureAwait(false)];
        for (int index = 0; index < entries.Length; index++)
        {
            LinkConflict conflict = next.GetValueOrDefault(entries[index].Link) != entries[index].Version ? LinkConflict.Link
                : taken.Add(entries[index].Tag) ? LinkConflict.None : LinkConflict.ResidentCode;
            if (conflict != LinkConflict.None)
            {
                return new LinkResult(conflict, index);
            }

            next[entries[index].Link] = entries[index].Version + 1;
        }

        return default;
    }
}
