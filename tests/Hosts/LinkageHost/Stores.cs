using System.Data.Common;
using MyNumber.IssuingHost;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Storage.Bodies;
using MyNumber.Linkage.Storage.Core;
using MyNumber.Linkage.Storage.Records;
using MyNumber.Numbering.Storage;
using MyNumber.Testing.Linkage;

namespace MyNumber.LinkageHost;

/// <summary>The stores of a role: in a database of its own, or in memory when there is none.</summary>
public static class Stores
{
    public static async Task<LabCoreStores> OfCoreAsync(DbDataSource? source, SqlDialect dialect)
    {
        if (source is null)
        {
            return new LabCoreStores();
        }

        SqlBodyStore journal = new(source, dialect);
        SqlRecordStore records = new(source, dialect, LogOwner.Core);
        SqlHeadStore heads = new(source, dialect);
        SqlLinkRegister links = new(source, dialect);
        SqlIssuedCodes codes = new(source, dialect);
        SqlAcquisitions acquisitions = new(source, dialect);
        SqlCoreNotices notices = new(source, dialect);
        SqlRecordIndex index = new(source, dialect);
        await CreateAsync(journal.CreateTablesAsync, records.CreateTablesAsync, heads.CreateTablesAsync, links.CreateTablesAsync, codes.CreateTablesAsync,
            acquisitions.CreateTablesAsync, notices.CreateTablesAsync, index.CreateTablesAsync);
        return new LabCoreStores { Journal = journal, Records = records, Heads = heads, Links = links, Codes = codes, Acquisitions = acquisitions, Notices = notices, Index = index };
    }

    public static async Task<LabBodyStores> OfBodyAsync(DbDataSource? source, SqlDialect dialect, AgencyId agency)
    {
        if (source is null)
        {
            return new LabBodyStores();
        }

        SqlBodyStore space = new(source, dialect);
        SqlRecordStore records = new(source, dialect, new LogOwner(agency));
        SqlHeadStore heads = new(source, dialect);
        await CreateAsync(space.CreateTablesAsync, records.CreateTablesAsync, heads.CreateTablesAsync);
        return new LabBodyStores { Space = space, Records = records, Heads = heads };
    }

    /// <summary>Opens the database that the last two arguments name, if they do.</summary>
    public static (DbDataSource? Source, SqlDialect Dialect) Open(ReadOnlySpan<string> arguments) =>
        arguments.Length < 2 ? (null, SqlDialect.Sqlite) : (Databases.Open(arguments[0], arguments[1]), Databases.DialectOf(arguments[0]));

    private static async Task CreateAsync(params Func<CancellationToken, ValueTask>[] tables)
    {
        foreach (Func<CancellationToken, ValueTask> create in tables)
        {
            await create(CancellationToken.None);
        }
    }
}
