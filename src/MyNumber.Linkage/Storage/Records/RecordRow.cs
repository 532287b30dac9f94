using System.Data;
using System.Data.Common;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Storage.Records;

/// <summary>A record on its way into the tables.</summary>
internal readonly record struct RecordRow(LogOwner Owner, long Position, SaltedRecord Record)
{
    private static readonly SqlColumn<RecordRow> _owner = new("owner", DbType.Int32, row => row.Owner.Agency.Value);
    private static readonly SqlColumn<RecordRow> _position = new("position", DbType.Int64, row => row.Position);
    private static readonly SqlColumn<RecordRow> _commitment = new("commitment", DbType.Binary, row => row.Record.Commitment.ToArray());

    public static SqlColumn<RecordRow>[] LeafColumns { get; } = [_owner, _position, _commitment];

    public static SqlColumn<RecordRow>[] Columns { get; } =
    [
        new("inquiry", DbType.Guid, row => row.Record.Record.Inquiry.Value),
        new("correction", DbType.Int32, row => row.Record.Record.Key.Correction),
        _owner,
        _position,
        new("day", DbType.Int32, row => RecordScope.Of(row.Record.Record).Day.DayNumber),
        new("inquirer", DbType.Int32, row => row.Record.Record.Inquirer.Value),
        new("provider", DbType.Int32, row => RecordScope.Of(row.Record.Record).Provider.Value),
        _commitment,
        new("salt", DbType.Binary, row => SaltOf(row.Record.Salt)),
        new("canonical", DbType.Binary, row => SqlBytes.Of(row.Record.Canonical)),
    ];

    public static RecordKey ReadKey(DbDataReader reader) => new(new InquiryId(reader.GetGuid(0)), reader.GetInt32(1));

    public static Digest ReadDigest(DbDataReader reader, int column) => Digest.FromBytes(SqlBytes.Read(reader, column));

    public static AgencyId ReadAgency(DbDataReader reader, int column) => reader.GetInt32(column) is var value and not 0 ? new AgencyId(value) : default;

    /// <summary>Reads position, commitment, salt and canonical bytes.</summary>
    /// <exception cref="InvalidDataException">They do not belong together.</exception>
    public static StoredRecord Read(DbDataReader reader) =>
        SaltedRecord.TryOpen(ReadDigest(reader, 1), SqlBytes.Read(reader, 3), RecordSalt.FromBytes(SqlBytes.Read(reader, 2)), out SaltedRecord? record)
            ? new StoredRecord(reader.GetInt64(0), record!)
            : throw new InvalidDataException("A record of the store is not what was committed to.");

    private static byte[] SaltOf(RecordSalt salt)
    {
        byte[] bytes = new byte[RecordSalt.Length];
        salt.WriteRevealed(bytes);
        return bytes;
    }
}
