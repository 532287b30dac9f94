using System.Data;
using System.Data.Common;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>Acquisitions as rows.</summary>
internal static class AcquisitionRows
{
    /// <summary>Every column, in the order of reading; the key first.</summary>
    public static SqlColumn<Acquisition>[] All { get; } =
    [
        new("number_key", DbType.Binary, row => row.Key.ToBytes()),
        new("version", DbType.Int32, row => row.Version),
        new("state", DbType.Int16, row => (short)row.State),
        new("opened_at", DbType.Int64, row => SqlTime.Of(row.OpenedAt)),
        new("changed_at", DbType.Int64, row => SqlTime.Of(row.ChangedAt)),
        new("agency", DbType.Int32, row => row.Agency.Value),
        new("holder", DbType.Int32, row => row.Holder.Value),
        new("route", DbType.Int16, row => (short)row.Route),
        new("verification", DbType.Int16, row => (short)row.Level),
        new("fields", DbType.Binary, row => row.Fields.Select(field => checked((byte)field)).ToArray()),
        new("link", DbType.Binary, row => CodeBytes.OrNull(row.Link)),
        new("code", DbType.Binary, row => CodeBytes.OrNull(row.Code)),
        new("waited", DbType.Int16, row => (short)(row.Waited ? 1 : 0)),
    ];

    public static string Columns { get; } = string.Join(", ", All.Select(column => column.Name));

    public static Acquisition Read(DbDataReader reader) => new()
    {
        Key = AcquisitionKey.FromBytes(CodeBytes.Bytes(reader, 0)),
        Version = reader.GetInt32(1),
        State = (AcquisitionState)reader.GetInt16(2),
        OpenedAt = SqlTime.Read(reader, 3)!.Value,
        ChangedAt = SqlTime.Read(reader, 4)!.Value,
        Agency = AgencyId.TryCreate(reader.GetInt32(5), out AgencyId agency) ? agency : default,
        Holder = CodeBytes.Holder(reader, 6),
        Route = (AcquisitionRoute)reader.GetInt16(7),
        Level = (VerificationLevel)reader.GetInt16(8),
        Fields = [.. CodeBytes.Bytes(reader, 9)!.Select(field => (PersonAttribute)field)],
        Link = CodeBytes.Link(reader, 10),
        Code = CodeBytes.Agency(reader, 11),
        Waited = reader.GetInt16(12) != 0,
    };
}
