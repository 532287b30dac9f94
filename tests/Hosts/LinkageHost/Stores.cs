using System.Data.Common;
using MyNumber.IssuingHost;
using MyNumber.Linkage.Storage.Bodies;
using MyNumber.Linkage.Storage.Core;
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
        SqlIssuedCodes codes = new(source, dialect);
        await journal.CreateTablesAsync();
        await codes.CreateTablesAsync();
        return new LabCoreStores { Journal = journal, Codes = codes };
    }

    public static async Task<LabBodyStores> OfBodyAsync(DbDataSource? source, SqlDialect dialect)
    {
        if (source is null)
        {
            return new LabBodyStores();
        }

        SqlBodyStore space = new(source, dialect);
        await space.CreateTablesAsync();
        return new LabBodyStores { Space = space };
    }

    /// <summary>Opens the database that the last two arguments name, if they do.</summary>
    public static (DbDataSource? Source, SqlDialect Dialect) Open(ReadOnlySpan<string> arguments) =>
        arguments.Length < 2 ? (null, SqlDialect.Sqlite) : (Databases.Open(arguments[0], arguments[1]), Databases.DialectOf(arguments[0]));
}
