using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Push;

namespace MyNumber.Linkage.Portal.Inbox;

/// <summary>The clear bytes of a notice's row. When its time is over the content is dropped, and what tells it from another stays.</summary>
internal sealed record NoticeRow(
    DeliveryId Id, AgencyId Sender, DeliveryKind Kind, AffairId Affair, ProcedureId Procedure, Digest Hash, DateTimeOffset ReceivedAt, DateTimeOffset ExpiresAt, DateTimeOffset? ReadAt, ReadOnlyMemory<byte> Content)
{
    private const int RowKind = 34;

    public byte[] ToBytes() => MessageWriter.Write(RowKind, to => to
        .Uuid(Id.Value).Number(Sender.Value).Number((int)Kind).Id(Affair.ToString()).Id(Procedure.ToString()).Digest(Hash).Time(ReceivedAt).Time(ExpiresAt).Time(ReadAt).Bytes(Content.Span));

    public static NoticeRow Read(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead(bytes, RowKind, from => new NoticeRow(
        new DeliveryId(from.Uuid()), from.Agency(), from.Enum<DeliveryKind>(), from.Affair(), from.ProcedureOrNone(), from.Digest(), from.Time(), from.Time(), from.TimeOrNull(), from.Bytes()))!;

    public InboxNotice? ToNotice(int number) => NoticeContent.TryRead(Content) is not { } content ? null : new InboxNotice
    {
        Number = number, Id = Id, Sender = Sender, Kind = Kind, Affair = Affair, Procedure = Procedure, Content = content, ReceivedAt = ReceivedAt, ExpiresAt = ExpiresAt, ReadAt = ReadAt,
    };
}
