namespace MyNumber.Numbering.Storage;

/// <summary>What differs between databases, as data. No provider's type is named anywhere.</summary>
/// <remarks>Immutable and thread safe. A host may make a row for a further database that knows <c>ON CONFLICT DO NOTHING</c>.</remarks>
public sealed class SqlDialect
{
    /// <summary>PostgreSQL and what is compatible with it: every unique key is a table of its own, partitioned by its hash.</summary>
    public static SqlDialect PostgreSql { get; } = new("PostgreSQL") { RequestType = "uuid", TextType = "text", BinaryType = "bytea", Partitions = 8, ParameterMark = "$", MostParameters = 65_535 };

    /// <summary>SQLite 3.24 or later: plain tables.</summary>
    public static SqlDialect Sqlite { get; } = new("SQLite") { RequestType = "text", TextType = "text", Partitions = 0, ParameterMark = "@p", NamesParameters = true, MostParameters = 32_766 };

    /// <summary>Makes a row.</summary>
    /// <param name="name">Name of the dialect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public SqlDialect(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    /// <summary>Name of the dialect.</summary>
    public string Name { get; }

    /// <summary>Column type that keeps a <see cref="Guid"/> parameter.</summary>
    public string RequestType { get; init; } = "char(36)";

    /// <summary>Column type that keeps text of any length.</summary>
    public string TextType { get; init; } = "varchar(4000)";

    /// <summary>Column type that keeps bytes of any length.</summary>
    public string BinaryType { get; init; } = "blob";

    /// <summary>Hash partitions of each table; 0 for plain tables.</summary>
    public int Partitions { get; init; }

    /// <summary>What stands before the number of a parameter in a statement.</summary>
    public string ParameterMark { get; init; } = "@p";

    /// <summary>Whether parameters go by name; else by place.</summary>
    public bool NamesParameters { get; init; }

    /// <summary>How many parameters one statement may have.</summary>
    public int MostParameters { get; init; } = 2_000;

    /// <summary>Name only.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
