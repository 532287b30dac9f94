using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Sealing;

namespace MyNumber.Linkage.Push;

/// <summary>The sending side of a body's intermediate server: from the body's own number of a person to a sealed, signed delivery, noted before it is sent.</summary>
/// <remarks>Thread safe. <see cref="ResumeAsync"/> goes on after a crash; nothing arrives twice.</remarks>
public sealed class DeliverySender
{
    private readonly ServerParts _parts;
    private readonly IDeliveryLine _line;
    private readonly BodySpace _space;
    private readonly ExchangeJournal _journal;

    /// <summary>Opens the side.</summary>
    /// <param name="parts">The body's intermediate server; its log is not used.</param>
    /// <param name="line">The line to the core.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public DeliverySender(ServerParts parts, IDeliveryLine line)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(line);
        (_parts, _line) = (parts, line);
        _space = new BodySpace(parts.Store, parts.Cipher);
        _journal = new ExchangeJournal(parts.Store, parts.Cipher, BodyTable.Delivery);
    }

    /// <summary>Sends.</summary>
    /// <param name="worker">Who sends; must work in the affair.</param>
    /// <param name="order">What to whom.</param>
    /// <param name="cancellationToken">Gives up; whether it was sent is then told by <see cref="ResumeAsync"/>.</param>
    /// <returns>What became of it so far.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public async ValueTask<DeliveryAnswer> SendAsync(Operator worker, DeliveryOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(worker);
        ArgumentNullException.ThrowIfNull(order);
        if (!worker.MayAct(_space.Body, order.Affair, _parts.Clock.GetUtcNow()))
        {
            return new DeliveryAnswer(default, DeliveryOutcome.OperatorNotAllowed);
        }

        if (!order.Id.IsEmpty && await _journal.FindAsync(order.Id.Key, cancellationToken).ConfigureAwait(false) is { } note)
        {
            return await GoOnAsync(note.Content, cancellationToken).ConfigureAwait(false);
        }

        AgencyCode code = await _space.FindCodeAsync(order.Addressee, cancellationToken).ConfigureAwait(false);
        if (code.IsEmpty)
        {
            return new DeliveryAnswer(default, DeliveryOutcome.SenderHasNoCode);
        }

        if (!_parts.Directory.TryFindCard(order.Receiver, out BodyCard? card))
        {
            return new DeliveryAnswer(default, DeliveryOutcome.Rejected);
        }

        Delivery delivery = Make(order, code, card);
        await _journal.TryBeginAsync(delivery.Id.Key, JournalState.Open, EntryEncoding.Write(DeliveryEncoding.Write(delivery), []), cancellationToken).ConfigureAwait(false);
        return await FindAsync(delivery.Id, cancellationToken).ConfigureAwait(false) ?? new DeliveryAnswer(delivery.Id, DeliveryOutcome.Waiting);
    }

    /// <summary>Tells what became of a delivery, and goes on with it.</summary>
    /// <param name="id">The delivery.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer; <see langword="null"/> when this body sent no such delivery.</returns>
    public async ValueTask<DeliveryAnswer?> FindAsync(DeliveryId id, CancellationToken cancellationToken = default) =>
        !id.IsEmpty && await _journal.FindAsync(id.Key, cancellationToken).ConfigureAwait(false) is { } note ? await GoOnAsync(note.Content, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Sends again whatever has not ended.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many ended.</returns>
    public async ValueTask<int> ResumeAsync(CancellationToken cancellationToken = default)
    {
        int ended = 0;
        foreach (InquiryId id in await _journal.ListAsync(JournalState.Open, JournalState.Open, cancellationToken).ConfigureAwait(false))
        {
            ended += await FindAsync(new DeliveryId(id.Value), cancellationToken).ConfigureAwait(false) is { IsFinal: true } ? 1 : 0;
        }

        return ended;
    }

    /// <summary>Forgets deliveries that ended; <see cref="FindAsync"/> knows them no more.</summary>
    /// <param name="before">Those whose number was made before this moment. The same number sent again is another delivery then, which core or receiver refuse.</param>
    /// <param name="most">How many at most, above zero.</param>
    /// <param name="cancellationToken">Gives up; calling again goes on.</param>
    /// <returns>How many notes are gone.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not above zero.</exception>
    public ValueTask<int> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellationToken = default) =>
        _journal.ClearAsync(JournalState.Ended, (id, _) => id.MadeAt < before, most, cancellationToken);

    private Delivery Make(DeliveryOrder order, AgencyCode code, BodyCard card)
    {
        DateTimeOffset now = _parts.Clock.GetUtcNow();
        DeliveryId id = order.Id.IsEmpty ? DeliveryId.Create(now) : order.Id;
        byte[] clear = Blinding.Wrap(order.Content.Span);
        Delivery delivery = new()
        {
            Id = id, Kind = order.Kind, Sender = _space.Body, Receiver = order.Receiver, Affair = order.Affair, Procedure = order.Procedure, SentAt = now, ExpiresAt = order.ExpiresAt,
            ContentHash = Digest.FromBytes(SHA256.HashData(clear)), SealedContent = _parts.Sealer.Seal(card, id.ToBytes(), clear), Code = code,
        };
        CryptographicOperations.ZeroMemory(clear);
        return delivery with { Signature = _parts.Identity.Sign(DeliveryEncoding.SignedPart(delivery)) };
    }

    private async ValueTask<DeliveryAnswer> GoOnAsync(byte[] content, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte>[] parts = EntryEncoding.Read(content, 2);
        if (!parts[1].IsEmpty)
        {
            return DeliveryEncoding.ReadAnswer(parts[1])!;
        }

        Delivery delivery = DeliveryEncoding.ReadDelivery(parts[0])!;
        DeliveryAnswer answer;
        try
        {
            answer = await _line.SendAsync(delivery, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or TimeoutException)
        {
            return new DeliveryAnswer(delivery.Id, DeliveryOutcome.Waiting);
        }

        answer = IsTrue(delivery, answer) ? answer : new DeliveryAnswer(delivery.Id, DeliveryOutcome.Untrusted);
        if (answer.IsFinal)
        {
            byte[] ended = EntryEncoding.Write([], DeliveryEncoding.Write(answer));
            await _journal.TryAdvanceAsync(delivery.Id.Key, JournalState.Ended, ended, cancellationToken).ConfigureAwait(false);
        }

        return answer;
    }

    /// <summary>What only the receiver can say is believed with its signature alone.</summary>
    private bool IsTrue(Delivery delivery, DeliveryAnswer answer)
    {
        bool isReceivers = answer.Outcome is DeliveryOutcome.Delivered or DeliveryOutcome.NoAccount or DeliveryOutcome.Restricted;
        return answer.Id == delivery.Id && (answer.Receipt is not { } receipt
            ? !isReceivers
            : receipt.Id == delivery.Id && receipt.Receiver == delivery.Receiver && receipt.Outcome == answer.Outcome && receipt.ContentHash == delivery.ContentHash
                && _parts.Directory.TryFindCard(delivery.Receiver, out BodyCard? card)
                && _parts.Signatures.Verify(card, DeliveryEncoding.SignedPart(receipt), receipt.Signature.Span));
    }
}
