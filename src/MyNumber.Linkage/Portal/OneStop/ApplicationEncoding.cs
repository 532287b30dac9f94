using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>The clear bytes of an application's row.</summary>
internal static class ApplicationEncoding
{
    private const int RowKind = 36;

    public static byte[] Write(PortalApplication application) => MessageWriter.Write(RowKind, to => WriteFields(to
        .Uuid(application.Id.Value).Id(application.Procedure.ToString()).Number((int)application.State).Time(application.ConfirmedAt).Flag(application.IsByDelegate), application.Fields)
        .List(application.Prefills, (list, prefill) => list
            .Number(prefill.Provider.Value).Id(prefill.Set.ToString()).Inquiry(prefill.Inquiry).Flag(prefill.IsOver).Number((int)prefill.Outcome))
        .List(application.Submissions, (list, submission) => list.Number(submission.Body.Value).Bytes(DeliveryEncoding.Write(submission.Answer))));

    public static PortalApplication Read(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead(bytes, RowKind, from => new PortalApplication
    {
        Id = new PortalApplicationId(from.Uuid()),
        Procedure = from.Procedure(),
        State = from.Enum<ApplicationState>(),
        ConfirmedAt = from.TimeOrNull(),
        IsByDelegate = from.Flag(),
        Fields = ReadFields(from),
        Prefills = from.List(ProcedureDescription.MostFields, list => new Prefill(list.Agency(), list.ItemSet(), list.Inquiry(), list.Flag(), list.Enum<InquiryOutcome>())),
        Submissions = from.List(ProcedureDescription.MostFields, list => new Submission(list.Agency(), DeliveryEncoding.ReadAnswer(list.Bytes())!)),
    })!;

    public static MessageWriter WriteFields(MessageWriter to, ImmutableArray<FilledField> fields) => to.List(fields, (list, field) => list
        .Id(field.Field.ToString()).Text(field.Value).Number((int)field.Origin).Number(field.Provider.IsEmpty ? 0 : field.Provider.Value).Time(field.AsOf));

    public static ImmutableArray<FilledField> ReadFields(MessageReader from) => from.List(ProcedureDescription.MostFields, list => new FilledField
    {
        Field = ItemId.TryCreate(list.Id(), out ItemId id) ? id : list.Spoil<ItemId>(),
        Value = list.Text(),
        Origin = list.Enum<FieldOrigin>(),
        Provider = AgencyId.TryCreate(list.Number(), out AgencyId provider) ? provider : default,
        AsOf = list.TimeOrNull(),
    });
}
