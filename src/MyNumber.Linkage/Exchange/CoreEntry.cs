using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Exchange;

/// <summary>What the core notes of one inquiry: the request, then either the request to the provider or the record of a refusal, at last the answer.</summary>
internal sealed class CoreEntry
{
    private CoreEntry(InquiryRequest request, ProvisionRequest? provision, SaltedRecord? refusal, InquiryAnswer? answer) =>
        (Request, Provision, Refusal, Answer) = (request, provision, refusal, answer);

    public InquiryRequest Request { get; }

    public ProvisionRequest? Provision { get; }

    public SaltedRecord? Refusal { get; }

    public InquiryAnswer? Answer { get; }

    public static CoreEntry Permitted(InquiryRequest request, ProvisionRequest provision) => new(request, provision, null, null);

    public static CoreEntry Refused(InquiryRequest request, RuleId rule, Digest matrix, RecordSalt salt, InquiryOutcome outcome) => new(
        request,
        null,
        new SaltedRecord(
            new AccessRecord
            {
                Inquiry = request.Inquiry, Inquirer = request.Inquirer, Provider = request.Provider, Affair = request.Affair, Procedure = request.Procedure,
                ItemSet = request.ItemSet, Items = request.Items, RequestedAt = request.RequestedAt, Outcome = outcome, Rule = rule, MatrixVersion = matrix,
            },
            salt),
        null);

    public CoreEntry Ended(InquiryAnswer answer) => new(Request, Provision, Refusal, answer);

    public bool IsOf(InquiryRequest request) => MessageEncoding.Write(Request).AsSpan().SequenceEqual(MessageEncoding.Write(request));

    /// <summary>The bytes of the note, made once and not to be changed.</summary>
    public byte[] Bytes => field ??= EntryEncoding.Write(
        MessageEncoding.Write(Request),
        Provision is null ? [] : MessageEncoding.Write(Provision),
        Refusal is null ? [] : MessageEncoding.Write(new InquiryAnswer { Inquiry = Request.Inquiry, State = AnswerState.Done, Record = Refusal }),
        Answer is null ? [] : MessageEncoding.Write(Answer));

    public static CoreEntry Read(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlyMemory<byte>[] parts = EntryEncoding.Read(bytes, 4);
        return new CoreEntry(
            MessageEncoding.ReadInquiry(parts[0])!,
            parts[1].IsEmpty ? null : MessageEncoding.ReadProvision(parts[1]),
            parts[2].IsEmpty ? null : MessageEncoding.ReadAnswer(parts[2])!.Record,
            parts[3].IsEmpty ? null : MessageEncoding.ReadAnswer(parts[3]));
    }
}
