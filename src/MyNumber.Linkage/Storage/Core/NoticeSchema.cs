using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>The tables of <see cref="SqlCoreNotices"/> (DDL), as text for a dialect.</summary>
/// <remarks>One table for each unique key: how many notices a holder ever got, its owed notices by place, the same by what makes them the same, and the waits.</remarks>
public static class NoticeSchema
{
    /// <summary>The statements that make the tables where they are missing; running them again does no harm.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <returns>Statements, to be run in this order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dialect"/> is null.</exception>
    public static IReadOnlyList<string> Statements(SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        string bytes = dialect.BinaryType;
        return
        [
            .. SchemaText.Table(dialect, "core_notice_count", "holder", "holder integer not null, written bigint not null"),
            .. SchemaText.Table(dialect, "core_notice", "holder, place",
                $"holder integer not null, place bigint not null, kind smallint not null, code {bytes}, replacement {bytes}, acquisition {bytes} not null, other integer not null, noticed_at bigint not null"),
            .. SchemaText.Table(dialect, "core_notice_owed", "notice", $"notice {bytes} not null, holder integer not null, place bigint not null"),
            .. SchemaText.Table(dialect, "core_wait", "link, provider, inquirer, code",
                $"link {bytes} not null, provider integer not null, inquirer integer not null, code {bytes} not null"),
        ];
    }
}
