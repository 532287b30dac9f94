using System.Data;
using System.Data.Common;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Issued;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>Issued codes as rows, and what a batch touches as the tables that judge it.</summary>
internal static class IssuedRows
{
    public static SqlColumn<IssuedCode> Code { get; } = new("code", DbType.Binary, row => CodeBytes.Of(row.Code));

    public static SqlColumn<IssuedCode> Holder { get; } = new("holder", DbType.Int32, row => row.Holder.Value);

    public static SqlColumn<IssuedCode> Link { get; } = new("link", DbType.Binary, row => CodeBytes.Of(row.Link));

    /// <summary>What a change sets.</summary>
    public static SqlColumn<IssuedCode>[] Standing { get; } =
    [
        new("state", DbType.Int16, row => (short)row.State),
        new("reason", DbType.Int16, row => (short)row.Reason),
        new("replacement", DbType.Binary, row => CodeBytes.OrNull(row.Replacement)),
        new("changed_at", DbType.Int64, row => SqlTime.Of(row.ChangedAt)),
    ];

    /// <summary>Every column, in the order of reading.</summary>
    public static SqlColumn<IssuedCode>[] All { get; } =
    [
        Code, Holder, Link,
        new("holder_epoch", DbType.Int16, row => (short)row.HolderEpoch),
        new("issued_at", DbType.Int64, row => SqlTime.Of(row.IssuedAt)),
        .. Standing,
    ];

    public static SqlColumn<IssuedCode>[] InUse { get; } = [Link, Holder, Code];

    public static string Select { get; } = $"select {string.Join(", ", All.Select(column => "i." + column.Name))} from issued_code i";

    public static IssuedCode Read(DbDataReader reader) => new(
        CodeBytes.Holder(reader, 1), CodeBytes.Agency(reader, 0), CodeBytes.Link(reader, 2), checked((byte)reader.GetInt16(3)), SqlTime.Read(reader, 4)!.Value,
        (IssuedState)reader.GetInt16(5), (IssuedReason)reader.GetInt16(6), CodeBytes.Agency(reader, 7), SqlTime.Read(reader, 8)!.Value);

    /// <summary>Reads the codes of some keys, and what is in use of the people whose they are.</summary>
    /// <param name="session">The session.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="links">The people of codes that are not there yet.</param>
    /// <param name="added">Codes that this session wrote itself: they do not count.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async ValueTask<IssuedTables> LoadAsync(
        SqlSession session, HashSet<(AgencyCode Code, CodeHolderId Holder)> keys, IEnumerable<LinkCode> links,
        HashSet<(AgencyCode Code, CodeHolderId Holder)> added, CancellationToken cancellationToken)
    {
        IssuedTables tables = new();
        HashSet<LinkCode> people = [.. links];
        foreach (IssuedCode row in await ManyRows.ReadAsync(
            session, Select, "i.code", keys.Select(key => key.Code).Distinct().Select(code => (DbType.Binary, (object)CodeBytes.Of(code))), Read, cancellationToken).ConfigureAwait(false))
        {
            if (keys.Contains((row.Code, row.Holder)) && !added.Contains((row.Code, row.Holder)))
            {
                tables.Load(row);
                people.Add(row.Link);
            }
        }

        foreach ((LinkCode link, CodeHolderId holder, AgencyCode code) in await ManyRows.ReadAsync(
            session, "select link, holder, code from issued_in_use", "link", people.Select(link => (DbType.Binary, (object)CodeBytes.Of(link))),
            reader => (CodeBytes.Link(reader, 0), CodeBytes.Holder(reader, 1), CodeBytes.Agency(reader, 2)), cancellationToken).ConfigureAwait(false))
        {
            tables.LoadInUse(holder, link, code);
        }

        return tables;
    }
}
