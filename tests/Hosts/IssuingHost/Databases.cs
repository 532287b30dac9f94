using System.Data.Common;
using Microsoft.Data.Sqlite;
using MyNumber.Numbering.Storage;
using Npgsql;

namespace MyNumber.IssuingHost;

/// <summary>The two databases of the tests behind one name.</summary>
public static class Databases
{
    public static DbDataSource Open(string kind, string connection)
    {
        if (kind == "postgresql")
        {
            return NpgsqlDataSource.Create(connection);
        }

        SQLitePCL.Batteries_V2.Init();
        return SqliteFactory.Instance.CreateDataSource(connection);
    }

    public static SqlDialect DialectOf(string kind) => kind == "postgresql" ? SqlDialect.PostgreSql : SqlDialect.Sqlite;
}
