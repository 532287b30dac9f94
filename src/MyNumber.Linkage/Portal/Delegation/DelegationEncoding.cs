using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Messages;

namespace MyNumber.Linkage.Portal.Delegation;

/// <summary>The clear bytes of the rows of delegations and their uses.</summary>
internal static class DelegationEncoding
{
    private const int GrantKind = 31;
    private const int UseKind = 32;
    private const int MostBasis = 4;

    public static byte[] Write(DelegationRow row) => MessageWriter.Write(GrantKind, to => to
        .Uuid(row.Grant.Id.Value).Bytes(row.Grant.Principal.ToBytes()).Bytes(row.Grant.Delegate.IsEmpty ? [] : row.Grant.Delegate.ToBytes())
        .Number((int)row.Grant.Kind).Text(row.Grant.Basis)
        .List(row.Grant.Scope.Functions, (list, function) => list.Number((int)function))
        .List(row.Grant.Scope.Procedures, (list, procedure) => list.Id(procedure.ToString()))
        .Time(row.Grant.Scope.Period.From).Time(row.Grant.Scope.Period.Until).Time(row.Grant.RevokedAt).Bytes(row.TokenHash));

    public static DelegationRow? ReadGrant(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead(bytes, GrantKind, from => new DelegationRow(
        new DelegationGrant
        {
            Id = new DelegationId(from.Uuid()),
            Principal = Account(from),
            Delegate = Account(from),
            Kind = from.Enum<DelegationKind>(),
            Basis = from.Text(),
            Scope = new DelegationScope
            {
                Functions = from.List(MostBasis, list => list.Enum<PortalFunction>()),
                Procedures = from.List(DelegationScope.MostProcedures, list => list.Procedure()),
                Period = new ValidPeriod(from.Time(), from.TimeOrNull()),
            },
            RevokedAt = from.TimeOrNull(),
        },
        from.Bytes().ToArray()));

    public static byte[] Write(DelegationUse use) => MessageWriter.Write(UseKind, to => to
        .Uuid(use.Delegation.Value).Number((int)use.Function).Id(use.Procedure.ToString()).Time(use.At).Flag(use.IsAllowed));

    public static DelegationUse ReadUse(ReadOnlyMemory<byte> bytes)
    {
        DelegationUse read = default;
        _ = MessageReader.TryRead(bytes, UseKind, from =>
        {
            read = new DelegationUse(new DelegationId(from.Uuid()), from.Enum<PortalFunction>(), from.ProcedureOrNone(), from.Time(), from.Flag());
            return string.Empty;
        });
        return read;
    }

    private static AddresseeNumber Account(MessageReader from) => from.Bytes() is { Length: sizeof(long) } bytes ? AddresseeNumber.FromBytes(bytes.Span) : default;
}
