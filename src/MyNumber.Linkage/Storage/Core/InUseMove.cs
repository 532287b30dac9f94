using System.Data;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Issued;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>Which code of a person a holder had in use before a call and has after it.</summary>
internal readonly record struct InUseMove(LinkCode Link, CodeHolderId Holder, AgencyCode Was, AgencyCode Is)
{
    /// <summary>The code that the statement names, the key, and the code that takes the other's place.</summary>
    public (DbType Type, object Value)[] Parameters =>
    [
        (DbType.Binary, CodeBytes.Of(Was.IsEmpty ? Is : Was)), (DbType.Binary, CodeBytes.Of(Link)), (DbType.Int32, Holder.Value),
        .. (Was.IsEmpty || Is.IsEmpty ? [] : new[] { (DbType.Binary, (object)CodeBytes.Of(Is)) }),
    ];

    /// <summary>What changes, by ascending key.</summary>
    public static InUseMove[] Of(IssuedCode[] rows, IssuedTables before, IssuedTables after) =>
    [
        .. rows.Select(row => (row.Link, row.Holder)).Distinct().Order()
            .Select(key => new InUseMove(key.Link, key.Holder, before.InUse(key.Holder, key.Link), after.InUse(key.Holder, key.Link)))
            .Where(move => move.Was != move.Is),
    ];
}
