using MyNumber.Linkage.Payloads;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Messages;

/// <summary>The bytes of the messages: DER sequences of version, kind and fields in the order of the properties. One message has one encoding. The layout is ours.</summary>
/// <remarks>Reading never throws for what the bytes are. Bytes of requests hold a code: guard them as the code. Stateless and thread safe.</remarks>
public static class MessageEncoding
{
    /// <summary>The version of the layout.</summary>
    public const int Version = 1;

    /// <summary>The longest message that is read. The ceiling is ours.</summary>
    public const int MostBytes = PayloadEncoding.MostBytes + (64 * 1024);

    private const int InquiryKind = 1;
    private const int ProvisionKind = 2;
    private const int ReplyKind = 3;
    private const int AnswerKind = 4;
    private const int SignedKind = 5;

    /// <summary>Writes a request of an inquirer.</summary>
    /// <param name="request">The request.</param>
    /// <returns>DER; it holds a code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The code is empty.</exception>
    public static byte[] Write(InquiryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return MessageWriter.Write(InquiryKind, to => to
            .Inquiry(request.Inquiry).Number(request.Inquirer.Value).Number(request.Provider.Value)
            .Id(request.Affair.ToString()).Id(request.Procedure.ToString()).Id(request.ItemSet.ToString()).Items(request.Items)
            .Code(request.Code).Time(request.RequestedAt).Id(request.Operator.ToString()));
    }

    /// <summary>Reads a request of an inquirer.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>The request, or <see langword="null"/>.</returns>
    public static InquiryRequest? ReadInquiry(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead(bytes, InquiryKind, from => new InquiryRequest
    {
        Inquiry = from.Inquiry(),
        Inquirer = from.Agency(),
        Provider = from.Agency(),
        Affair = from.Affair(),
        Procedure = from.Procedure(),
        ItemSet = from.ItemSet(),
        Items = from.Items(),
        Code = from.Code(),
        RequestedAt = from.Time(),
        Operator = from.Operator(),
    });

    /// <summary>Writes a request of the core.</summary>
    /// <param name="request">The request.</param>
    /// <returns>DER; it holds a code and a salt.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The code is empty.</exception>
    public static byte[] Write(ProvisionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return MessageWriter.Write(ProvisionKind, to => to
            .Inquiry(request.Inquiry).Number(request.Inquirer.Value).Number(request.Provider.Value)
            .Id(request.Affair.ToString()).Id(request.Procedure.ToString()).Id(request.ItemSet.ToString()).Items(request.Items)
            .Time(request.RequestedAt).Code(request.Code).Id(request.Rule.ToString()).Digest(request.MatrixVersion).Flag(request.NeedsRelease).Flag(request.IsSelfInformation)
            .Time(request.ExpiresAt).Salt(request.Salt).Bytes(request.Permit.Span));
    }

    /// <summary>Reads a request of the core.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>The request, or <see langword="null"/>.</returns>
    public static ProvisionRequest? ReadProvision(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead(bytes, ProvisionKind, from => new ProvisionRequest
    {
        Inquiry = from.Inquiry(),
        Inquirer = from.Agency(),
        Provider = from.Agency(),
        Affair = from.Affair(),
        Procedure = from.Procedure(),
        ItemSet = from.ItemSet(),
        Items = from.Items(),
        RequestedAt = from.Time(),
        Code = from.Code(),
        Rule = from.Rule(),
        MatrixVersion = from.Digest(),
        NeedsRelease = from.Flag(),
        IsSelfInformation = from.Flag(),
        ExpiresAt = from.Time(),
        Salt = from.Salt(),
        Permit = from.Bytes(),
    });

    /// <summary>Writes a reply.</summary>
    /// <param name="reply">The reply.</param>
    /// <returns>DER.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reply"/> is null.</exception>
    public static byte[] Write(ProvisionReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return MessageWriter.Write(ReplyKind, to => WriteSigned(to, reply)
            .Bytes(reply.SealedPayload.Span).Bytes(reply.Permit.Span).Bytes(reply.Signature.Span));
    }

    /// <summary>The part of a reply that the provider signs: all but the sealed payload, of which it has the hash in clear, the permit and the signature.</summary>
    /// <param name="reply">The reply.</param>
    /// <returns>DER.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reply"/> is null.</exception>
    public static byte[] SignedPart(ProvisionReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return MessageWriter.Write(SignedKind, to => WriteSigned(to, reply));
    }

    /// <summary>Reads a reply.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>The reply, or <see langword="null"/>.</returns>
    public static ProvisionReply? ReadReply(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead(bytes, ReplyKind, from => new ProvisionReply
    {
        Inquiry = from.Inquiry(),
        Provider = from.Agency(),
        Outcome = from.Enum<InquiryOutcome>(),
        ProvidedAt = from.TimeOrNull(),
        NonDisclosure = from.Enum<NonDisclosure>(),
        AsOf = from.TimeOrNull(),
        Layout = ReadLayout(from),
        PayloadHash = from.Digest(),
        Commitment = from.Digest(),
        SealedPayload = from.Bytes(),
        Permit = from.Bytes(),
        Signature = from.Bytes(),
    });

    /// <summary>Writes an answer of the core.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>DER; it holds a salt.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answer"/> is null.</exception>
    public static byte[] Write(InquiryAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return MessageWriter.Write(AnswerKind, to =>
        {
            to.Inquiry(answer.Inquiry).Number((int)answer.State).Number((int)answer.Fault);
            if (answer.Record is { } record)
            {
                to.Bytes(record.Canonical.Span).Salt(record.Salt);
            }
            else
            {
                to.Bytes([]).Bytes([]);
            }

            to.Bytes(answer.Reply is { } reply ? Write(reply) : []);
        });
    }

    /// <summary>Reads an answer of the core.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>The answer, or <see langword="null"/>.</returns>
    public static InquiryAnswer? ReadAnswer(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead(bytes, AnswerKind, from => new InquiryAnswer
    {
        Inquiry = from.Inquiry(),
        State = from.Enum<AnswerState>(),
        Fault = from.Enum<ExchangeFault>(),
        Record = ReadRecord(from),
        Reply = from.Bytes() is { IsEmpty: false } reply ? ReadReply(reply) ?? from.Spoil<ProvisionReply>() : null,
    });

    private static MessageWriter WriteSigned(MessageWriter to, ProvisionReply reply) => to
        .Inquiry(reply.Inquiry).Number(reply.Provider.Value).Number((int)reply.Outcome).Time(reply.ProvidedAt).Number((int)reply.NonDisclosure)
        .Time(reply.AsOf).Id(reply.Layout.ToString()).Digest(reply.PayloadHash).Digest(reply.Commitment);

    private static LayoutVersion ReadLayout(MessageReader from)
    {
        string text = from.Id();
        return text.Length == 0 ? default : LayoutVersion.TryCreate(text, out LayoutVersion layout) ? layout : from.Spoil<LayoutVersion>();
    }

    private static SaltedRecord? ReadRecord(MessageReader from)
    {
        ReadOnlyMemory<byte> canonical = from.Bytes();
        if (canonical.IsEmpty)
        {
            from.Spoil<int>(!from.Bytes().IsEmpty);
            return null;
        }

        RecordSalt salt = from.Salt();
        return !salt.IsEmpty && AccessRecord.TryDecode(canonical, out AccessRecord? record) == RecordFault.None
            ? new SaltedRecord(record!, salt)
            : from.Spoil<SaltedRecord>();
    }
}
