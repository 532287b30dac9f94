using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Core.Audit;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Exchange;

/// <summary>What the core notes of one inquiry: the request, whose it is, then either the request to the provider or the record of a refusal, at last the answer.</summary>
internal sealed class CoreEntry
{
    private CoreEntry(InquiryRequest request, AuditTag tag, ProvisionRequest? provision, SaltedRecord? refusal, InquiryAnswer? answer) =>
        (Request, Tag, Provision, Refusal, Answer) = (request, tag, provision, refusal, answer);

    public InquiryRequest Request { get; }

    /// <summary>Under which the person will find the record; empty when the code is nobody's.</summary>
    public AuditTag Tag { get; }

    public ProvisionRequest? Provision { get; }

    public SaltedRecord? Refusal { get; }

    public InquiryAnswer? Answer { get; }

    public static CoreEntry Permitted(InquiryRequest request, AuditTag tag, ProvisionRequest provision) => new(request, tag, provision, null, null);

    public static CoreEntry Refused(InquiryRequest request, AuditTag tag, RuleId rule, Digest matrix, RecordSalt salt, InquiryOutcome outcome) => new(
        request,
        tag,
        null,
        new SaltedRecord(
            new AccessRecord
            {
                Inquiry = request.Inquiry, Inquirer = request.Inquirer, Provider = request.Provider, Affair = request.Affair, Procedure = request.Procedure,
                ItemSet = request.ItemSet, Items = request.Items, RequestedAt = request.RequestedAt, Outcome = outcome, Rule = rule, MatrixVersion = matrix,
            },
            salt),
        null);

    public CoreEntry Ended(InquiryAnswer answer) => new(Request, Tag, Provision, Refusal, answer);

    public bool IsOf(InquiryRequest request) => MessageEncoding.Write(Request).AsSpan().SequenceEqual(MessageEncoding.Write(request));

    /// <summary>The bytes of the note, made once and not to be changed.</summary>
    public byte[] Bytes => field ??= EntryEncoding.Write(
        MessageEncoding.Write(Request),
        Provision is null ? [] : MessageEncoding.Write(Provision),
        Refusal is null ? [] : MessageEncoding.Write(new InquiryAnswer { Inquiry = Request.Inquiry, State = AnswerState.Done, Record = Refusal }),
        Answer is null ? [] : MessageEncoding.Write(Answer),
        WriteTag(Tag));

    public static CoreEntry Read(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlyMemory<byte>[] parts = EntryEncoding.Read(bytes, 5);
        return new CoreEntry(
            MessageEncoding.ReadInquiry(parts[0])!,
            parts[4].IsEmpty ? default : AuditTag.FromBytes(parts[4].Span),
            parts[1].IsEmpty ? null : MessageEncoding.ReadProvision(parts[1]),
            parts[2].IsEmpty ? null : MessageEncoding.ReadAnswer(parts[2])!.Record,
            parts[3].IsEmpty ? null : MessageEncoding.ReadAnswer(parts[3]));
    }

    private static byte[] WriteTag(AuditTag tag)
    {
        byte[] bytes = new byte[tag.IsEmpty ? 0 : AuditTag.Length];
        if (!tag.IsEmpty)
        {
            tag.WriteRevealed(bytes);
        }

        return bytes;
    }
}
