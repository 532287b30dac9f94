using System.Collections.Concurrent;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Sealing;

namespace MyNumber.Linkage.Push;

/// <summary>The core's part of deliveries (お知らせ, 申請): checks the rules, turns the sender's code into the receiver's, passes the sealed content on, and keeps what became of it.</summary>
/// <remarks>The core never sees contents. Each step is noted before it is taken; the same delivery again does no harm; another one under a known id is refused. When a
/// delivery has ended, the note holds no code. Thread safe.</remarks>
public sealed class DeliveryExchange
{
    private readonly CoreParts _parts;
    private readonly Func<DeliveryPolicy> _policy;
    private readonly ExchangeJournal _journal;
    private readonly ConcurrentDictionary<AgencyId, IDeliveryReceiver> _receivers = new();

    /// <summary>Opens the core's part.</summary>
    /// <param name="parts">What it is made of; its log and permits are not used. Stays the caller's.</param>
    /// <param name="policy">The rules in force now.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public DeliveryExchange(CoreParts parts, Func<DeliveryPolicy> policy)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(policy);
        (_parts, _policy) = (parts, policy);
        _journal = new ExchangeJournal(parts.Store, parts.Cipher, BodyTable.Delivery);
    }

    /// <summary>Joins a receiver.</summary>
    /// <param name="agency">Who.</param>
    /// <param name="receiver">The line to it; a later one takes an earlier one's place.</param>
    /// <exception cref="ArgumentNullException"><paramref name="receiver"/> is null.</exception>
    public void Connect(AgencyId agency, IDeliveryReceiver receiver)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        _receivers[agency] = receiver;
    }

    /// <summary>The line of one body, in this process. Whoever hands it out has authenticated the body.</summary>
    /// <param name="caller">The body.</param>
    /// <returns>Its line.</returns>
    public IDeliveryLine LineOf(AgencyId caller) => new LocalDeliveryLine(this, caller);

    /// <summary>Goes on with every delivery that has not ended.</summary>
    /// <param name="cancellationToken">Gives up; what is done is done.</param>
    /// <returns>How many ended.</returns>
    public async ValueTask<int> ResumeAsync(CancellationToken cancellationToken = default)
    {
        List<(DeliveryId Id, CoreDelivery Entry)> entries = [];
        foreach (InquiryId id in await _journal.ListAsync(JournalState.Open, JournalState.Open, cancellationToken).ConfigureAwait(false))
        {
            if (await _journal.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } note)
            {
                entries.Add((new DeliveryId(id.Value), CoreDelivery.Read(note.Content)));
            }
        }

        int[] ended = await Task.WhenAll(entries.GroupBy(entry => entry.Entry.Onward?.Receiver).Select(group => ResumeGroupAsync(group, cancellationToken))).ConfigureAwait(false);
        return ended.Sum();
    }

    /// <summary>Forgets deliveries that ended and have expired. The same delivery sent again is then answered as expired.</summary>
    /// <param name="before">Those that expired before this moment and before now; a sender learns within the time between what became of it.</param>
    /// <param name="most">How many at most, above zero.</param>
    /// <param name="cancellationToken">Gives up; calling again goes on.</param>
    /// <returns>How many notes are gone.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not above zero.</exception>
    public ValueTask<int> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = _parts.Clock.GetUtcNow();
        return _journal.ClearAsync(JournalState.Ended, (_, content) => CoreDelivery.Read(content).ExpiresAt is var end && end < before && end <= now, most, cancellationToken);
    }

    /// <summary>Goes on with the deliveries to one receiver, and hands it no more once it was not reached.</summary>
    private async Task<int> ResumeGroupAsync(IEnumerable<(DeliveryId Id, CoreDelivery Entry)> entries, CancellationToken cancellationToken)
    {
        int ended = 0;
        bool reached = true;
        foreach ((DeliveryId id, CoreDelivery entry) in entries)
        {
            (DeliveryAnswer answer, bool stillReached) = await PursueAsync(id, entry, reached, cancellationToken).ConfigureAwait(false);
            reached &= stillReached;
            ended += answer.IsFinal ? 1 : 0;
        }

        return ended;
    }

    internal async ValueTask<DeliveryAnswer> SendAsync(AgencyId caller, Delivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        if (caller != delivery.Sender || delivery.Id.IsEmpty || delivery.Affair.IsEmpty || delivery.Code.IsEmpty || delivery.ExpiresAt <= delivery.SentAt
            || delivery.SentAt > _parts.Clock.GetUtcNow() + _parts.ClockTolerance)
        {
            return new DeliveryAnswer(delivery.Id, DeliveryOutcome.Rejected);
        }

        if (await _journal.FindAsync(delivery.Id.Key, cancellationToken).ConfigureAwait(false) is not { } note)
        {
            CoreDelivery judged = await JudgeAsync(delivery, cancellationToken).ConfigureAwait(false);
            JournalState state = judged.Answer is null ? JournalState.Open : JournalState.Ended;
            return await _journal.TryBeginAsync(delivery.Id.Key, state, judged.ToBytes(), cancellationToken).ConfigureAwait(false)
                ? await PursueAsync(delivery.Id, judged, cancellationToken).ConfigureAwait(false)
                : await SendAsync(caller, delivery, cancellationToken).ConfigureAwait(false);
        }

        CoreDelivery known = CoreDelivery.Read(note.Content);
        return known.Sent == CoreDelivery.HashOf(delivery)
            ? await PursueAsync(delivery.Id, known, cancellationToken).ConfigureAwait(false)
            : new DeliveryAnswer(delivery.Id, DeliveryOutcome.IdIsTaken);
    }

    /// <summary>Decides by time, rules, then by the code: who may not send learns nothing about a code.</summary>
    private async ValueTask<CoreDelivery> JudgeAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        DateTimeOffset now = _parts.Clock.GetUtcNow();
        CoreDelivery Refused(DeliveryOutcome outcome) => new(CoreDelivery.HashOf(delivery), delivery.ExpiresAt, null, new DeliveryAnswer(delivery.Id, outcome));
        if (now >= delivery.ExpiresAt)
        {
            return Refused(DeliveryOutcome.Expired);
        }

        if (_policy().Decide(delivery, now).IsEmpty)
        {
            return Refused(DeliveryOutcome.RefusedByRule);
        }

        ConvertedCode code = await _parts.Codes.ConvertAsync(delivery.Sender, delivery.Code, delivery.Receiver, now, cancellationToken).ConfigureAwait(false);
        return code.IsMade
            ? new CoreDelivery(CoreDelivery.HashOf(delivery), delivery.ExpiresAt, delivery with { Code = code.Code }, null)
            : Refused(code.Refusal switch
            {
                InquiryOutcome.ProviderHasNoCode => DeliveryOutcome.ReceiverHasNoCode,
                InquiryOutcome.HolderSuspended => DeliveryOutcome.HolderSuspended,
                _ => DeliveryOutcome.CodeRefused,
            });
    }

    private async ValueTask<DeliveryAnswer> PursueAsync(DeliveryId id, CoreDelivery entry, CancellationToken cancellationToken) =>
        (await PursueAsync(id, entry, mayAsk: true, cancellationToken).ConfigureAwait(false)).Answer;

    private async ValueTask<(DeliveryAnswer Answer, bool Reached)> PursueAsync(DeliveryId id, CoreDelivery entry, bool mayAsk, CancellationToken cancellationToken)
    {
        if (entry.Answer is { } known)
        {
            return (known, true);
        }

        Delivery onward = entry.Onward!;
        DeliveryReceipt? receipt = mayAsk ? await HandOverAsync(onward, cancellationToken).ConfigureAwait(false) : null;
        DeliveryAnswer answer = receipt is not null ? Judge(onward, receipt) : new DeliveryAnswer(id, DeliveryOutcome.Waiting);
        if (!answer.IsFinal && _parts.Clock.GetUtcNow() < onward.ExpiresAt)
        {
            return (answer, receipt is not null);
        }

        answer = answer.IsFinal ? answer : new DeliveryAnswer(id, DeliveryOutcome.Expired);

        CoreDelivery ended = new(entry.Sent, entry.ExpiresAt, null, answer);
        bool noted = await _journal.TryAdvanceAsync(id.Key, JournalState.Ended, ended.ToBytes(), cancellationToken).ConfigureAwait(false);
        return (noted ? answer : (await ReadAsync(id.Key, cancellationToken).ConfigureAwait(false)).Answer!, receipt is not null);
    }

    private async ValueTask<DeliveryReceipt?> HandOverAsync(Delivery onward, CancellationToken cancellationToken)
    {
        try
        {
            return _receivers.TryGetValue(onward.Receiver, out IDeliveryReceiver? receiver)
                ? await LinePatience.WaitAsync(receiver.ReceiveAsync(onward, cancellationToken), _parts, cancellationToken).ConfigureAwait(false)
                : null;
        }
        catch (Exception exception) when (exception is IOException or TimeoutException)
        {
            return null;
        }
    }

    private DeliveryAnswer Judge(Delivery onward, DeliveryReceipt receipt) =>
        receipt.Id == onward.Id && receipt.Receiver == onward.Receiver && receipt.ContentHash == onward.ContentHash
        && receipt.Outcome is DeliveryOutcome.Delivered or DeliveryOutcome.NoAccount or DeliveryOutcome.Restricted or DeliveryOutcome.Expired or DeliveryOutcome.Untrusted or DeliveryOutcome.IdIsTaken
        && _parts.Directory.TryFindCard(onward.Receiver, out BodyCard? card) && _parts.Signatures.Verify(card, DeliveryEncoding.SignedPart(receipt), receipt.Signature.Span)
            ? new DeliveryAnswer(onward.Id, receipt.Outcome, receipt)
            : new DeliveryAnswer(onward.Id, DeliveryOutcome.Untrusted);

    private async ValueTask<CoreDelivery> ReadAsync(InquiryId id, CancellationToken cancellationToken) =>
        CoreDelivery.Read((await _journal.FindAsync(id, cancellationToken).ConfigureAwait(false))!.Value.Content);
}
