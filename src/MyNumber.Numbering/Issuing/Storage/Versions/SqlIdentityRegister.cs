using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using MyNumber.Numbering.Issuing.Identity;
using MyNumber.Numbering.People;
using MyNumber.Numbering.Storage;

namespace MyNumber.Numbering.Issuing.Storage.Versions;

/// <summary>Identity information (本人確認情報) in SQL, over a source of connections that the host supplies.</summary>
/// <remarks>Codes and numbers are kept as integers, names and addresses exactly as recorded; whoever reads the database reads them. Thread safe, and safe for several
/// processes at once. Isolation is READ COMMITTED.</remarks>
public sealed class SqlIdentityRegister : IIdentityRegister
{
    private static readonly VersionTable<IdentityRecord> _records = new(
        "identity_record",
        [
            new("person", DbType.Guid, record => record.Person),
            new("version", DbType.Int32, record => record.Version),
            new("name", DbType.String, record => record.Attributes.Name),
            new("address", DbType.String, record => record.Attributes.Address),
            new("birth_date", DbType.Int32, record => int.Parse(record.Attributes.BirthDate.ToCertificateForm(), CultureInfo.InvariantCulture)),
            new("sex", DbType.Int16, record => (short)record.Attributes.Sex),
            new("code", DbType.Int64, record => record.Code.Value),
            new("number", DbType.Int64, record => record.Number.IsEmpty ? DBNull.Value : record.Number.Value),
            new("municipality", DbType.Int32, record => record.Municipality.Value),
            new("since", DbType.Int64, record => record.Since.ToUnixTimeMilliseconds()),
        ],
        record => record.Version,
        Read);

    private readonly DbDataSource _source;
    private readonly SqlDialect _dialect;
    private readonly SqlText _text;

    /// <summary>Opens a register; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlIdentityRegister(DbDataSource source, SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(dialect);
        _source = source;
        _dialect = dialect;
        _text = new SqlText(dialect);
    }

    /// <summary>Makes the tables that are missing (<see cref="VersionSchema.IdentityStatements"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) =>
        SqlSession.RunAsync(_source, _text, VersionSchema.IdentityStatements(_dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the version is there or not.</exception>
    public ValueTask<bool> TryAddAsync(IdentityRecord record, CancellationToken cancellationToken = default)
    {
        IdentityRules.Check(record);
        return _records.AddAsync(_source, _text, record, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public ValueTask<IReadOnlyList<IdentityRecord>> HistoryAsync(Guid person, CancellationToken cancellationToken = default) =>
        _records.HistoryAsync(_source, _text, person, cancellationToken);

    private static IdentityRecord Read(DbDataReader reader) => new()
    {
        Person = reader.GetGuid(0),
        Version = reader.GetInt32(1),
        Attributes = new FourAttributes(reader.GetString(2), reader.GetString(3), ReadBirthDate(reader.GetInt32(4)), (Sex)reader.GetInt16(5)),
        Code = ResidentRecordCode.FromTrusted(reader.GetInt64(6)),
        Number = reader.IsDBNull(7) ? default : IndividualNumber.FromTrusted(reader.GetInt64(7)),
        Municipality = LocalGovernmentCode.FromTrusted(reader.GetInt32(8)),
        Since = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(9)),
    };

    /// <summary>The certificate's form as an integer keeps the era as it was written, and unknown parts.</summary>
    private static BirthDate ReadBirthDate(int certificateForm) =>
        BirthDate.TryParseCertificate(Encoding.ASCII.GetBytes(certificateForm.ToString("D9", CultureInfo.InvariantCulture)), out BirthDate date)
            ? date : throw new InvalidOperationException("A birth date of the register is none: it was written by another hand.");
}
