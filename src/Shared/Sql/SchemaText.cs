using System.Globalization;
using MyNumber.Numbering.Storage;

namespace MyNumber.Sql;

/// <summary>The statements of one table of one unique key.</summary>
internal static class SchemaText
{
    /// <summary>Makes the table where it is missing, with its partitions by the hash of one of the key's columns where the dialect has any: of the first, unless another is named.</summary>
    public static IEnumerable<string> Table(SqlDialect dialect, string name, string key, string columns, string? spread = null)
    {
        string partition = dialect.Partitions > 0 ? $" partition by hash ({spread ?? key.Split(',')[0]})" : string.Empty;
        yield return $"create table if not exists {name} ({columns}, primary key ({key})){partition}";
        for (int part = 0; part < dialect.Partitions; part++)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"create table if not exists {name}_{part} partition of {name} for values with (modulus {dialect.Partitions}, remainder {part})");
        }
    }
}
