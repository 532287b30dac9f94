using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>The tables of <see cref="SqlLinkRegister"/> (DDL), as text for a dialect.</summary>
/// <remarks>One table for each unique key: the link with its number of lines and its tombstone, its lines, and whose a resident record code's tag is.</remarks>
public static class LinkSchema
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
            .. SchemaText.Table(dialect, "link_code", "link", $"link {bytes} not null, versions integer not null, successor {bytes}, buried_at bigint"),
            .. SchemaText.Table(dialect, "link_entry", "link, version", $"link {bytes} not null, version integer not null, tag {bytes} not null, since bigint not null"),
            .. SchemaText.Table(dialect, "link_tag", "tag", $"tag {bytes} not null, link {bytes} not null"),
            "create index if not exists link_tag_of on link_tag (link)",
        ];
    }
}
