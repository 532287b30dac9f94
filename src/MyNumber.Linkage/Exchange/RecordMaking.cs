using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Exchange;

/// <summary>How each party makes the record of an inquiry, from what all three know: the bytes come out the same.</summary>
internal static class RecordMaking
{
    /// <summary>The record of an inquiry that reached its provider.</summary>
    public static SaltedRecord Of(ProvisionRequest request, InquiryOutcome outcome, DateTimeOffset? providedAt, NonDisclosure nonDisclosure) => new(
        new AccessRecord
        {
            Inquiry = request.Inquiry,
            Inquirer = request.Inquirer,
            Provider = request.Provider,
            Affair = request.Affair,
            Procedure = request.Procedure,
            ItemSet = request.ItemSet,
            Items = request.Items,
            RequestedAt = request.RequestedAt,
            ProvidedAt = providedAt,
            Outcome = outcome,
            Rule = request.Rule,
            MatrixVersion = request.MatrixVersion,
            NonDisclosure = nonDisclosure,
        },
        request.Salt);

    /// <summary>Whether nothing is left to do for a record: the log has it, now or before, or would have dropped it by now, or holds another under its key, which no repetition mends.</summary>
    public static bool IsSettled(RecordPlace place) => place.IsKept || place.Outcome is RecordAppend.PastRetention or RecordAppend.Conflict;

    /// <summary>Whether a record is of this request.</summary>
    public static bool IsOf(AccessRecord record, InquiryRequest request) =>
        (record.Inquiry, record.Inquirer, record.Provider, record.Affair, record.Procedure, record.ItemSet, record.RequestedAt)
            == (request.Inquiry, request.Inquirer, request.Provider, request.Affair, request.Procedure, request.ItemSet, request.RequestedAt)
        && record.Items.AsSpan().SequenceEqual(request.Items.AsSpan())
        && record.Correction is null;
}
