using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Payloads;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Sealing;

namespace MyNumber.Linkage.Exchange;

/// <summary>The providing side of a body's intermediate server (中間サーバーの情報提供): answers out of replicas, by itself or after a human's release, and records.</summary>
/// <remarks>It trusts its line to the core, from which alone requests come; the permit that comes with one goes back for the core to check. Thread safe.</remarks>
public sealed class ProvidingServer : IProviderLine
{
    private readonly ServerParts _parts;
    private readonly BodySpace _space;
    private readonly ExchangeJournal _journal;

    /// <summary>Opens the side.</summary>
    /// <param name="parts">What it is made of.</param>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is null.</exception>
    public ProvidingServer(ServerParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = parts;
        _space = new BodySpace(parts.Store, parts.Cipher);
        _journal = new ExchangeJournal(parts.Store, parts.Cipher, BodyTable.Provision);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The request is for another body.</exception>
    public async ValueTask<ProvisionReply?> ProvideAsync(ProvisionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Provider != _space.Body)
        {
            throw new ArgumentException("The request is for another body.", nameof(request));
        }

        // Most requests are new, so one is answered before it is looked for; what was noted first counts.
        (InquiryOutcome outcome, Replica? replica) = await LookAsync(request, cancellationToken).ConfigureAwait(false);
        bool isHeld = outcome == InquiryOutcome.Provided && (request.NeedsRelease || replica!.NeedsRelease);
        ProvisionEntry fresh = new(request, isHeld ? null : Answer(request, outcome, replica));
        if (await _journal.TryBeginAsync(request.Inquiry, isHeld ? JournalState.Held : JournalState.Ended, fresh.Bytes, cancellationToken).ConfigureAwait(false))
        {
            return isHeld ? null : await RecordAsync(fresh, cancellationToken).ConfigureAwait(false);
        }

        return await _journal.FindAsync(request.Inquiry, cancellationToken).ConfigureAwait(false) is { } note
            ? await GoOnAsync(note.State, ProvisionEntry.Read(note.Content), cancellationToken).ConfigureAwait(false)
            : await ProvideAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Inquiries that wait for a human (自動応答不可), in the affairs of an operator.</summary>
    /// <param name="worker">Who works the terminal, authenticated by the body.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Their ids; who asks and for what is told by <see cref="FindHeldAsync"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="worker"/> is null.</exception>
    public async ValueTask<IReadOnlyList<InquiryId>> ListHeldAsync(Operator worker, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(worker);
        List<InquiryId> shown = [];
        foreach (InquiryId inquiry in await _journal.ListAsync(JournalState.Held, JournalState.Held, cancellationToken).ConfigureAwait(false))
        {
            if (await FindRequestAsync(worker, inquiry, cancellationToken).ConfigureAwait(false) is not null)
            {
                shown.Add(inquiry);
            }
        }

        return shown;
    }

    /// <summary>Shows a clerk what is asked, who must work in its affair.</summary>
    /// <param name="worker">Who works the terminal, authenticated by the body.</param>
    /// <param name="inquiry">An inquiry that waits.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The addressee and the request, or <see langword="null"/> when it does not wait here or the operator may not see it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="worker"/> is null.</exception>
    public async ValueTask<HeldInquiry?> FindHeldAsync(Operator worker, InquiryId inquiry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(worker);
        return await FindRequestAsync(worker, inquiry, cancellationToken).ConfigureAwait(false) is { } request
            ? new HeldInquiry(await _space.FindAddresseeAsync(request.Code, cancellationToken).ConfigureAwait(false), request)
            : null;
    }

    /// <summary>Releases an answer that waited, and delivers it.</summary>
    /// <param name="worker">Who releases it; must work in the affair.</param>
    /// <param name="inquiry">The inquiry.</param>
    /// <param name="cancellationToken">Gives up; asking again goes on.</param>
    /// <returns>Released; or why not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="worker"/> is null.</exception>
    public async ValueTask<ReleaseOutcome> ReleaseAsync(Operator worker, InquiryId inquiry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(worker);
        if (await _journal.FindAsync(inquiry, cancellationToken).ConfigureAwait(false) is not { } note)
        {
            return ReleaseOutcome.Unknown;
        }

        ProvisionEntry entry = ProvisionEntry.Read(note.Content);
        if (!worker.MayAct(_space.Body, entry.Request.Affair, _parts.Clock.GetUtcNow()))
        {
            return ReleaseOutcome.OperatorNotAllowed;
        }

        ProvisionReply reply = entry.Reply ?? await ReplyNowAsync(entry.Request, cancellationToken).ConfigureAwait(false);
        reply = await EndAsync(entry.Request, reply, cancellationToken).ConfigureAwait(false);
        bool isTaken = await _parts.Core.DeliverAsync(reply, cancellationToken).ConfigureAwait(false);
        return reply.Outcome == InquiryOutcome.Expired || !isTaken ? ReleaseOutcome.TooLate : ReleaseOutcome.Released;
    }

    /// <summary>Forgets what is noted of inquiries that this body was asked for, when their records expired.</summary>
    /// <param name="expired">What <see cref="PartyLog.ShredExpiredAsync"/> of the body's log gave; keys of its other side do no harm.</param>
    /// <param name="cancellationToken">Gives up; calling again goes on.</param>
    /// <returns>How many notes are gone.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="expired"/> is null.</exception>
    public ValueTask<int> ForgetAsync(IReadOnlyList<RecordKey> expired, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(expired);
        return _journal.ClearAsync(expired, cancellationToken);
    }

    private async ValueTask<ProvisionRequest?> FindRequestAsync(Operator worker, InquiryId inquiry, CancellationToken cancellationToken) =>
        await _journal.FindAsync(inquiry, cancellationToken).ConfigureAwait(false) is { State: JournalState.Held } note
        && ProvisionEntry.Read(note.Content).Request is var request && worker.MayAct(_space.Body, request.Affair, _parts.Clock.GetUtcNow()) ? request : null;

    private async ValueTask<ProvisionReply?> GoOnAsync(JournalState state, ProvisionEntry entry, CancellationToken cancellationToken)
    {
        if (state == JournalState.Held)
        {
            return _parts.Clock.GetUtcNow() < entry.Request.ExpiresAt ? null
                : await EndAsync(entry.Request, Answer(entry.Request, InquiryOutcome.Expired, null), cancellationToken).ConfigureAwait(false);
        }

        return await EndAsync(entry.Request, entry.Reply!, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ProvisionReply> ReplyNowAsync(ProvisionRequest request, CancellationToken cancellationToken)
    {
        (InquiryOutcome outcome, Replica? replica) = await LookAsync(request, cancellationToken).ConfigureAwait(false);
        return Answer(request, outcome, replica);
    }

    private async ValueTask<(InquiryOutcome Outcome, Replica? Replica)> LookAsync(ProvisionRequest request, CancellationToken cancellationToken)
    {
        if (_parts.Clock.GetUtcNow() >= request.ExpiresAt)
        {
            return (InquiryOutcome.Expired, null);
        }

        AddresseeNumber addressee = await _space.FindAddresseeAsync(request.Code, cancellationToken).ConfigureAwait(false);
        if (addressee.IsEmpty)
        {
            return (InquiryOutcome.NoRecord, null);
        }

        Replica? replica = await _space.FindReplicaAsync(addressee, request.ItemSet, cancellationToken).ConfigureAwait(false);
        return replica is null || (request.IsSelfInformation && replica.IsUndisclosed) ? (InquiryOutcome.NoRecord, null) : (InquiryOutcome.Provided, replica);
    }

    private ProvisionReply Answer(ProvisionRequest request, InquiryOutcome outcome, Replica? replica)
    {
        if (!_parts.Directory.TryFindCard(request.Inquirer, out BodyCard? inquirer))
        {
            (outcome, replica) = (InquiryOutcome.ProviderError, null);
        }

        NonDisclosure hidden = replica is { IsUndisclosed: true } ? NonDisclosure.PersonalInformationActArticle78Paragraph1 : NonDisclosure.None;
        DateTimeOffset? providedAt = replica is null ? null : ValidPeriod.ToMilliseconds(_parts.Clock.GetUtcNow());
        ProvisionReply reply = new()
        {
            Inquiry = request.Inquiry,
            Provider = request.Provider,
            Outcome = outcome,
            ProvidedAt = providedAt,
            NonDisclosure = hidden,
            Commitment = RecordMaking.Of(request, outcome, providedAt, hidden).Commitment,
            Permit = request.Permit,
        };
        reply = replica is null ? reply : Fill(reply, request, replica, inquirer!);
        return reply with { Signature = _parts.Identity.Sign(MessageEncoding.SignedPart(reply)) };
    }

    private ProvisionReply Fill(ProvisionReply reply, ProvisionRequest request, Replica replica, BodyCard inquirer)
    {
        byte[] bare = PayloadEncoding.ToBytes(replica.Payload.Select(request.Items));
        byte[] clear = Blinding.Wrap(bare);
        ProvisionReply filled = reply with
        {
            AsOf = replica.AsOf,
            Layout = replica.Payload.Layout,
            PayloadHash = Digest.FromBytes(SHA256.HashData(clear)),
            SealedPayload = _parts.Sealer.Seal(inquirer, request.Inquiry.ToBytes(), clear),
        };
        CryptographicOperations.ZeroMemory(bare);
        CryptographicOperations.ZeroMemory(clear);
        return filled;
    }

    /// <summary>Ends an inquiry that was noted before. Of two replies that are made at once the first one noted counts.</summary>
    private async ValueTask<ProvisionReply> EndAsync(ProvisionRequest request, ProvisionReply reply, CancellationToken cancellationToken)
    {
        ProvisionEntry ended = new(request, reply);
        bool noted = await _journal.TryAdvanceAsync(request.Inquiry, JournalState.Ended, ended.Bytes, cancellationToken).ConfigureAwait(false);
        ended = noted ? ended : ProvisionEntry.Read((await _journal.FindAsync(request.Inquiry, cancellationToken).ConfigureAwait(false))!.Value.Content);
        return await RecordAsync(ended, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the record into the log before the reply goes out; again does no harm.</summary>
    private async ValueTask<ProvisionReply> RecordAsync(ProvisionEntry ended, CancellationToken cancellationToken)
    {
        ProvisionReply reply = ended.Reply!;
        SaltedRecord record = RecordMaking.Of(ended.Request, reply.Outcome, reply.ProvidedAt, reply.NonDisclosure);
        IReadOnlyList<RecordPlace> places = await _parts.Log.AppendAsync(new[] { record }, cancellationToken).ConfigureAwait(false);
        if (RecordMaking.IsSettled(places[0]))
        {
            await _journal.TryAdvanceAsync(reply.Inquiry, JournalState.Recorded, ended.Bytes, cancellationToken).ConfigureAwait(false);
        }

        return reply;
    }
}
