using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Payloads;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Sealing;

namespace MyNumber.Linkage.Exchange;

/// <summary>The inquiring side of a body's intermediate server (中間サーバーの情報照会): turns an addressee number into the body's code, asks, checks the answer, records.</summary>
/// <remarks>Thread safe. An inquiry is noted before it is sent, so that it can be collected after a crash (<see cref="ResumeAsync"/>).</remarks>
public sealed class InquiringServer
{
    private readonly ServerParts _parts;
    private readonly BodySpace _space;
    private readonly ExchangeJournal _journal;

    /// <summary>Opens the side.</summary>
    /// <param name="parts">What it is made of.</param>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is null.</exception>
    public InquiringServer(ServerParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = parts;
        _space = new BodySpace(parts.Store, parts.Cipher);
        _journal = new ExchangeJournal(parts.Store, parts.Cipher, BodyTable.Inquiry);
    }

    /// <summary>Asks another body (情報照会).</summary>
    /// <param name="worker">Who works the terminal, authenticated by the body.</param>
    /// <param name="order">What is wanted about whom.</param>
    /// <param name="cancellationToken">Gives up; whether it was sent is then told by <see cref="ResumeAsync"/>.</param>
    /// <returns>The result, or that it is to be collected.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public async ValueTask<InquiryResult> InquireAsync(Operator worker, InquiryOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(worker);
        ArgumentNullException.ThrowIfNull(order);
        DateTimeOffset now = _parts.Clock.GetUtcNow();
        if (!worker.MayAct(_space.Body, order.Affair, now))
        {
            return new InquiryResult { State = InquiryState.OperatorNotAllowed };
        }

        AgencyCode code = await _space.FindCodeAsync(order.Addressee, cancellationToken).ConfigureAwait(false);
        if (code.IsEmpty)
        {
            return new InquiryResult { State = InquiryState.NoCode };
        }

        InquiryRequest request = new()
        {
            Inquiry = order.Inquiry.IsEmpty ? InquiryId.Create(now) : order.Inquiry, Inquirer = _space.Body, Provider = order.Provider, Affair = order.Affair, Procedure = order.Procedure,
            ItemSet = order.ItemSet, Items = order.Items, Code = code, RequestedAt = now, Operator = worker.Id,
        };
        byte[] sent = MessageEncoding.Write(request);
        return await _journal.TryBeginAsync(request.Inquiry, JournalState.Open, EntryEncoding.Write(sent, []), cancellationToken).ConfigureAwait(false)
            ? await SendAsync(request, sent, cancellationToken).ConfigureAwait(false)
            : await GoOnAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Collects the result of an inquiry of this body for a clerk, who must work in its affair.</summary>
    /// <param name="worker">Who works the terminal, authenticated by the body.</param>
    /// <param name="inquiry">The inquiry.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The result, or that it is still waited for, or that the operator may not have it. A result that was collected comes again.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="worker"/> is null.</exception>
    public async ValueTask<InquiryResult> CollectAsync(Operator worker, InquiryId inquiry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(worker);
        return await _journal.FindAsync(inquiry, cancellationToken).ConfigureAwait(false) is { } note
            && !worker.MayAct(_space.Body, MessageEncoding.ReadInquiry(EntryEncoding.Read(note.Content, 2)[0])!.Affair, _parts.Clock.GetUtcNow())
            ? new InquiryResult { Inquiry = inquiry, State = InquiryState.OperatorNotAllowed }
            : await CollectNotedAsync(inquiry, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends again or collects every inquiry whose answer is not recorded. What the core rejected for good is not sent again.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many ended.</returns>
    public async ValueTask<int> ResumeAsync(CancellationToken cancellationToken = default)
    {
        int ended = 0;
        foreach (InquiryId inquiry in await _journal.ListAsync(JournalState.Open, JournalState.Ended, cancellationToken).ConfigureAwait(false))
        {
            ended += (await CollectNotedAsync(inquiry, cancellationToken).ConfigureAwait(false)).State == InquiryState.Done ? 1 : 0;
        }

        return ended;
    }

    /// <summary>Forgets what is noted of inquiries that this body sent, when their records expired.</summary>
    /// <param name="expired">What <see cref="PartyLog.ShredExpiredAsync"/> of the body's log gave; keys of its other side do no harm.</param>
    /// <param name="cancellationToken">Gives up; calling again goes on.</param>
    /// <returns>How many notes are gone.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="expired"/> is null.</exception>
    public ValueTask<int> ForgetAsync(IReadOnlyList<RecordKey> expired, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(expired);
        return _journal.ClearAsync(expired, cancellationToken);
    }

    /// <summary>Forgets inquiries that ended without a record: rejected by the core for good, or with an answer that never held.</summary>
    /// <param name="before">Those that were made before this moment.</param>
    /// <param name="most">How many at most, above zero.</param>
    /// <param name="cancellationToken">Gives up; calling again goes on.</param>
    /// <returns>How many notes are gone; <see cref="CollectAsync"/> answers <see cref="InquiryState.Unknown"/> for them.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not above zero.</exception>
    public ValueTask<int> ForgetRejectedAsync(DateTimeOffset before, int most, CancellationToken cancellationToken = default) => _journal.ClearAsync(
        JournalState.Closed, (_, content) => MessageEncoding.ReadInquiry(EntryEncoding.Read(content, 2)[0])!.RequestedAt < before, most, cancellationToken);

    private async ValueTask<InquiryResult> CollectNotedAsync(InquiryId inquiry, CancellationToken cancellationToken)
    {
        if (await _journal.FindAsync(inquiry, cancellationToken).ConfigureAwait(false) is not { } note)
        {
            return new InquiryResult { Inquiry = inquiry, State = InquiryState.Unknown };
        }

        ReadOnlyMemory<byte>[] parts = EntryEncoding.Read(note.Content, 2);
        InquiryRequest request = MessageEncoding.ReadInquiry(parts[0])!;
        return parts[1].IsEmpty
            ? await SendAsync(request, parts[0].ToArray(), cancellationToken).ConfigureAwait(false)
            : await TakeAsync(request, parts[0].ToArray(), MessageEncoding.ReadAnswer(parts[1])!, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What became of a number that was used before: the same question goes on as it was first sent, another is rejected and leaves the first alone.</summary>
    private async ValueTask<InquiryResult> GoOnAsync(InquiryRequest request, CancellationToken cancellationToken)
    {
        bool isSame = await _journal.FindAsync(request.Inquiry, cancellationToken).ConfigureAwait(false) is { } note
            && MessageEncoding.ReadInquiry(EntryEncoding.Read(note.Content, 2)[0]) is { } first
            && MessageEncoding.Write(first).AsSpan().SequenceEqual(MessageEncoding.Write(request with { RequestedAt = first.RequestedAt }));
        return isSame
            ? await CollectNotedAsync(request.Inquiry, cancellationToken).ConfigureAwait(false)
            : new InquiryResult { Inquiry = request.Inquiry, State = InquiryState.Rejected, Fault = ExchangeFault.IdIsTaken };
    }

    private async ValueTask<InquiryResult> SendAsync(InquiryRequest request, byte[] sent, CancellationToken cancellationToken)
    {
        InquiryAnswer answer;
        try
        {
            answer = await _parts.Core.InquireAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or TimeoutException)
        {
            return new InquiryResult { Inquiry = request.Inquiry, State = InquiryState.Waiting };
        }

        return await TakeAsync(request, sent, answer, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<InquiryResult> TakeAsync(InquiryRequest request, byte[] sent, InquiryAnswer answer, CancellationToken cancellationToken)
    {
        byte[] note = EntryEncoding.Write(sent, MessageEncoding.Write(answer));
        if (answer.State != AnswerState.Done)
        {
            if (IsForGood(answer))
            {
                await _journal.TryAdvanceAsync(request.Inquiry, JournalState.Closed, note, cancellationToken).ConfigureAwait(false);
            }

            return new InquiryResult { Inquiry = request.Inquiry, State = answer.State == AnswerState.Waiting ? InquiryState.Waiting : InquiryState.Rejected, Fault = answer.Fault };
        }

        InquiryResult result = Judge(request, answer);
        if (result.State == InquiryState.Untrusted)
        {
            return await DoubtAsync(result, note, request.RequestedAt, cancellationToken).ConfigureAwait(false);
        }

        await _journal.TryAdvanceAsync(request.Inquiry, JournalState.Ended, note, cancellationToken).ConfigureAwait(false);
        RecordPlace place = (await _parts.Log.AppendAsync(new[] { answer.Record! }, cancellationToken).ConfigureAwait(false))[0];
        if (RecordMaking.IsSettled(place))
        {
            await _journal.TryAdvanceAsync(request.Inquiry, JournalState.Recorded, note, cancellationToken).ConfigureAwait(false);
        }

        return place.Outcome == RecordAppend.Conflict ? new InquiryResult { Inquiry = request.Inquiry, State = InquiryState.Untrusted } : result;
    }

    /// <summary>An answer that does not hold may hold when it is asked for again; after a while nobody asks any more, and the answer is kept as it came.</summary>
    private async ValueTask<InquiryResult> DoubtAsync(InquiryResult untrusted, byte[] note, DateTimeOffset requestedAt, CancellationToken cancellationToken)
    {
        if (_parts.Clock.GetUtcNow() - requestedAt >= _parts.DoubtfulFor)
        {
            await _journal.TryAdvanceAsync(untrusted.Inquiry, JournalState.Closed, note, cancellationToken).ConfigureAwait(false);
        }

        return untrusted;
    }

    /// <summary>Whether the core will never take this request. <see cref="ExchangeFault.OtherCaller"/> is the line's fault and no word on the request.</summary>
    private static bool IsForGood(InquiryAnswer answer) =>
        answer is { State: AnswerState.Rejected, Fault: ExchangeFault.WrongTime or ExchangeFault.Malformed or ExchangeFault.IdIsTaken };

    /// <summary>Trusts the core for a refusal, and the provider alone for what only the provider can say.</summary>
    private InquiryResult Judge(InquiryRequest request, InquiryAnswer answer)
    {
        InquiryResult untrusted = new() { Inquiry = request.Inquiry, State = InquiryState.Untrusted };
        if (answer.Record?.Record is not { } record || !RecordMaking.IsOf(record, request))
        {
            return untrusted;
        }

        InquiryResult done = new() { Inquiry = request.Inquiry, State = InquiryState.Done, Outcome = record.Outcome, Evidence = answer.Reply };
        if (answer.Reply is not { } reply)
        {
            return record.Outcome is InquiryOutcome.Provided or InquiryOutcome.NoRecord ? untrusted : done;
        }

        bool isHis = reply.Inquiry == request.Inquiry && reply.Provider == request.Provider && reply.Outcome == record.Outcome && reply.Commitment == answer.Record.Commitment
            && _parts.Directory.TryFindCard(reply.Provider, out BodyCard? card)
            && _parts.Signatures.Verify(card, MessageEncoding.SignedPart(reply), reply.Signature.Span);
        return !isHis ? untrusted
            : record.Outcome != InquiryOutcome.Provided ? done
            : Open(request, reply) is { } payload ? done with { Payload = payload, AsOf = reply.AsOf }
            : untrusted;
    }

    private ItemSetPayload? Open(InquiryRequest request, ProvisionReply reply)
    {
        _parts.Directory.TryFindCard(reply.Provider, out BodyCard? card);
        if (_parts.Sealer.TryOpen(card!, request.Inquiry.ToBytes(), reply.SealedPayload.Span) is not { } clear)
        {
            return null;
        }

        ItemSetPayload? payload = null;
        bool isIt = SHA256.HashData(clear).AsSpan().SequenceEqual(reply.PayloadHash.ToArray())
            && Blinding.Unwrap(clear) is { } bare && PayloadEncoding.TryRead(bare, out payload) == PayloadFault.None;
        CryptographicOperations.ZeroMemory(clear);
        return isIt && payload!.Set == request.ItemSet && payload.Layout == reply.Layout && payload.Items.All(item => request.Items.Contains(item.Id)) ? payload : null;
    }
}
