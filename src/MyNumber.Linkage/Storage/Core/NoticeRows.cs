using System.Buffers.Binary;
using System.Data;
using System.Data.Common;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Notices;
using MyNumber.Linkage.Core.Numbers;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>A notice and its place among all that its holder ever got.</summary>
internal readonly record struct PlacedNotice(CoreNotice Notice, long Place);

/// <summary>Notices and waits as rows.</summary>
internal static class NoticeRows
{
    private static readonly SqlColumn<PlacedNotice> _holder = new("holder", DbType.Int32, row => row.Notice.Holder.Value);
    private static readonly SqlColumn<PlacedNotice> _place = new("place", DbType.Int64, row => row.Place);

    public static SqlColumn<PlacedNotice>[] Notice { get; } =
    [
        _holder, _place,
        new("kind", DbType.Int16, row => (short)row.Notice.Kind),
        new("code", DbType.Binary, row => CodeBytes.OrNull(row.Notice.Code)),
        new("replacement", DbType.Binary, row => CodeBytes.OrNull(row.Notice.Replacement)),
        new("acquisition", DbType.Binary, row => row.Notice.Acquisition.ToBytes()),
        new("other", DbType.Int32, row => row.Notice.Other.Value),
        new("noticed_at", DbType.Int64, row => SqlTime.Of(row.Notice.At)),
    ];

    public static SqlColumn<PlacedNotice>[] Owed { get; } = [new("notice", DbType.Binary, row => Key(row.Notice)), _holder, _place];

    public static SqlColumn<CodeWait>[] Wait { get; } =
    [
        new("link", DbType.Binary, wait => CodeBytes.Of(wait.Link)),
        new("provider", DbType.Int32, wait => wait.Provider.Value),
        new("inquirer", DbType.Int32, wait => wait.Inquirer.Value),
        new("code", DbType.Binary, wait => CodeBytes.Of(wait.InquirerCode)),
    ];

    public static string Columns { get; } = string.Join(", ", Notice.Select(column => column.Name));

    /// <summary>What makes two notices the same, as bytes of one length: holder, kind, code, replacement, key of the acquisition, other holder; an empty code is zeros.</summary>
    public static byte[] Key(CoreNotice notice)
    {
        byte[] key = new byte[12 + (2 * AgencyCode.Length) + AcquisitionKey.Length];
        BinaryPrimitives.WriteInt32BigEndian(key, notice.Holder.Value);
        BinaryPrimitives.WriteInt32BigEndian(key.AsSpan(4), (int)notice.Kind);
        BinaryPrimitives.WriteInt32BigEndian(key.AsSpan(8), notice.Other.Value);
        CodeBytes.Of(notice.Code).CopyTo(key, 12);
        CodeBytes.Of(notice.Replacement).CopyTo(key, 12 + AgencyCode.Length);
        notice.Acquisition.ToBytes().CopyTo(key, 12 + (2 * AgencyCode.Length));
        return key;
    }

    public static CoreNotice Read(DbDataReader reader) => new(
        CodeBytes.Holder(reader, 0), (NoticeKind)reader.GetInt16(2), CodeBytes.Agency(reader, 3), CodeBytes.Agency(reader, 4),
        AcquisitionKey.FromBytes(CodeBytes.Bytes(reader, 5)), CodeBytes.Holder(reader, 6), SqlTime.Read(reader, 7)!.Value);
}
