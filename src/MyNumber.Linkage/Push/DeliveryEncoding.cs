using MyNumber.Linkage.Messages;

namespace MyNumber.Linkage.Push;

/// <summary>The bytes of deliveries and receipts: DER, one encoding of each; the layout is ours.</summary>
/// <remarks>Reading never throws for what the bytes are. Bytes of a delivery hold a code: guard them as the code. Stateless and thread safe.</remarks>
public static class DeliveryEncoding
{
    private const int DeliveryKindNumber = 21;
    private const int SignedKind = 22;
    private const int ReceiptKind = 23;
    private const int SignedReceiptKind = 24;
    private const int AnswerKind = 25;

    /// <summary>Writes a delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <returns>DER; it holds a code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="delivery"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The code is empty.</exception>
    public static byte[] Write(Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return MessageWriter.Write(DeliveryKindNumber, to => WriteSigned(to, delivery).Bytes(delivery.SealedContent.Span).Bytes(delivery.Signature.Span).Code(delivery.Code));
    }

    /// <summary>Reads a delivery.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>The delivery, or <see langword="null"/>.</returns>
    public static Delivery? ReadDelivery(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead(bytes, DeliveryKindNumber, from => new Delivery
    {
        Id = Id(from),
        Kind = from.Enum<DeliveryKind>(),
        Sender = from.Agency(),
        Receiver = from.Agency(),
        Affair = from.Affair(),
        Procedure = from.ProcedureOrNone(),
        SentAt = from.Time(),
        ExpiresAt = from.Time(),
        ContentHash = from.Digest(),
        SealedContent = from.Bytes(),
        Signature = from.Bytes(),
        Code = from.Code(),
    });

    /// <summary>The part of a delivery that its sender signs.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <returns>DER without a code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="delivery"/> is null.</exception>
    public static byte[] SignedPart(Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return MessageWriter.Write(SignedKind, to => WriteSigned(to, delivery));
    }

    /// <summary>Writes a receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <returns>DER.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="receipt"/> is null.</exception>
    public static byte[] Write(DeliveryReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return MessageWriter.Write(ReceiptKind, to => WriteSigned(to, receipt).Bytes(receipt.Signature.Span));
    }

    /// <summary>Reads a receipt.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>The receipt, or <see langword="null"/>.</returns>
    public static DeliveryReceipt? ReadReceipt(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead(bytes, ReceiptKind, from => new DeliveryReceipt
    {
        Id = Id(from),
        Receiver = from.Agency(),
        Outcome = from.Enum<DeliveryOutcome>(),
        At = from.Time(),
        ContentHash = from.Digest(),
        Signature = from.Bytes(),
    });

    /// <summary>The part of a receipt that the receiver signs.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <returns>DER.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="receipt"/> is null.</exception>
    public static byte[] SignedPart(DeliveryReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return MessageWriter.Write(SignedReceiptKind, to => WriteSigned(to, receipt));
    }

    /// <summary>Writes an answer to a sender.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>DER.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answer"/> is null.</exception>
    public static byte[] Write(DeliveryAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return MessageWriter.Write(AnswerKind, to => to.Uuid(answer.Id.Value).Number((int)answer.Outcome).Bytes(answer.Receipt is { } receipt ? Write(receipt) : []));
    }

    /// <summary>Reads an answer to a sender.</summary>
    /// <param name="bytes">DER.</param>
    /// <returns>The answer, or <see langword="null"/>.</returns>
    public static DeliveryAnswer? ReadAnswer(ReadOnlyMemory<byte> bytes) => MessageReader.TryRead(bytes, AnswerKind, from => new DeliveryAnswer(
        Id(from), from.Enum<DeliveryOutcome>(), from.Bytes() is { IsEmpty: false } receipt ? ReadReceipt(receipt) ?? from.Spoil<DeliveryReceipt>() : null));

    private static MessageWriter WriteSigned(MessageWriter to, Delivery delivery) => to
        .Inquiry(delivery.Id.Key).Number((int)delivery.Kind).Number(delivery.Sender.Value).Number(delivery.Receiver.Value).Id(delivery.Affair.ToString())
        .Id(delivery.Procedure.ToString()).Time(delivery.SentAt).Time(delivery.ExpiresAt).Digest(delivery.ContentHash);

    private static MessageWriter WriteSigned(MessageWriter to, DeliveryReceipt receipt) => to
        .Inquiry(receipt.Id.Key).Number(receipt.Receiver.Value).Number((int)receipt.Outcome).Time(receipt.At).Digest(receipt.ContentHash);

    private static DeliveryId Id(MessageReader from) => from.Inquiry() is { IsEmpty: false } key ? new DeliveryId(key.Value) : default;
}
