using System.Collections.Concurrent;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Core.Audit;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Permission.Permits;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Sealing;

namespace MyNumber.Linkage.Exchange;

/// <summary>The core's part of the exchange (情報提供ネットワークシステムのコアシステム): checks the rules, converts the code, notifies the provider, passes the answer on, records.</summary>
/// <remarks>
/// <para>The core never sees data: they are sealed from provider to inquirer. Every step is noted before it is taken, so that a process that died goes on with
/// <see cref="ResumeAsync"/>, and every message may come twice. Thread safe.</para>
/// <para>Source: 番号法 21条, 23条; 施行令 in the text of 2022 (project research notes on linkage, 1.5).</para>
/// </remarks>
public sealed class CoreExchange
{
    private readonly CoreParts _parts;
    private readonly ExchangeJournal _journal;
    private readonly ConcurrentDictionary<AgencyId, IProviderLine> _lines = new();

    /// <summary>Opens the core's part.</summary>
    /// <param name="parts">What it is made of; stays the caller's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is null.</exception>
    public CoreExchange(CoreParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = parts;
        _journal = new ExchangeJournal(parts.Store, parts.Cipher, BodyTable.Provision);
    }

    /// <summary>Joins a provider to the network.</summary>
    /// <param name="agency">Who.</param>
    /// <param name="line">The line to it; a later one takes an earlier one's place.</param>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    public void Connect(AgencyId agency, IProviderLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        _lines[agency] = line;
    }

    /// <summary>The line of one body, in this process. Whoever hands it out has authenticated the body.</summary>
    /// <param name="caller">The body.</param>
    /// <returns>Its line.</returns>
    public ICoreLine LineOf(AgencyId caller) => new LocalCoreLine(this, caller);

    /// <summary>Goes on with every inquiry that has not ended: asks providers again, and ends what has expired.</summary>
    /// <param name="cancellationToken">Gives up; what is done is done.</param>
    /// <returns>How many inquiries ended.</returns>
    public async ValueTask<int> ResumeAsync(CancellationToken cancellationToken = default)
    {
        List<CoreEntry> entries = [];
        foreach (InquiryId inquiry in await _journal.ListAsync(JournalState.Open, JournalState.Ended, cancellationToken).ConfigureAwait(false))
        {
            if (await FindAsync(inquiry, cancellationToken).ConfigureAwait(false) is { } entry)
            {
                entries.Add(entry);
            }
        }

        int[] ended = await Task.WhenAll(entries.GroupBy(entry => entry.Request.Provider).Select(group => ResumeGroupAsync(group, cancellationToken))).ConfigureAwait(false);
        return ended.Sum();
    }

    /// <summary>Goes on with the inquiries of one provider, and asks it no more once it was not reached.</summary>
    private async Task<int> ResumeGroupAsync(IEnumerable<CoreEntry> entries, CancellationToken cancellationToken)
    {
        int ended = 0;
        bool reached = true;
        foreach (CoreEntry entry in entries)
        {
            (InquiryAnswer answer, bool stillReached) = await PursueAsync(entry, reached, cancellationToken).ConfigureAwait(false);
            reached &= stillReached;
            ended += answer.State == AnswerState.Done ? 1 : 0;
        }

        return ended;
    }

    /// <summary>Forgets what is noted of inquiries whose records expired, and takes them out of the index.</summary>
    /// <param name="expired">What <see cref="PartyLog.ShredExpiredAsync"/> of the core's log gave.</param>
    /// <param name="cancellationToken">Gives up; calling again goes on.</param>
    /// <returns>How many notes are gone.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="expired"/> is null.</exception>
    public async ValueTask<int> ForgetAsync(IReadOnlyList<RecordKey> expired, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(expired);
        if (_parts.Finder is { } finder)
        {
            await finder.DropAsync(expired, cancellationToken).ConfigureAwait(false);
        }

        return await _journal.ClearAsync(expired, cancellationToken).ConfigureAwait(false);
    }

    internal async ValueTask<InquiryAnswer> InquireAsync(AgencyId caller, InquiryRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ExchangeFault fault = caller != request.Inquirer ? ExchangeFault.OtherCaller
            : !IsWhole(request) ? ExchangeFault.Malformed
            : (_parts.Clock.GetUtcNow() - request.RequestedAt).Duration() > _parts.ClockTolerance ? ExchangeFault.WrongTime
            : ExchangeFault.None;

        // Most requests are new, so one is judged before it is looked for; what was noted first counts.
        CoreEntry? fresh = fault == ExchangeFault.None ? await JudgeAsync(request, cancellationToken).ConfigureAwait(false) : null;
        if (fresh is not null && await _journal.TryBeginAsync(request.Inquiry, JournalState.Open, fresh.Bytes, cancellationToken).ConfigureAwait(false))
        {
            return await PursueAsync(fresh, cancellationToken).ConfigureAwait(false);
        }

        return await FindAsync(request.Inquiry, cancellationToken).ConfigureAwait(false) is not { } known
                ? fresh is null ? InquiryAnswer.Reject(request.Inquiry, fault) : await InquireAsync(caller, request, cancellationToken).ConfigureAwait(false)
            : caller == request.Inquirer && known.IsOf(request) ? await PursueAsync(known, cancellationToken).ConfigureAwait(false)
            : InquiryAnswer.Reject(request.Inquiry, caller == request.Inquirer ? ExchangeFault.IdIsTaken : ExchangeFault.OtherCaller);
    }

    internal async ValueTask<InquiryAnswer> CollectAsync(AgencyId caller, InquiryId inquiry, CancellationToken cancellationToken) =>
        await FindAsync(inquiry, cancellationToken).ConfigureAwait(false) is { } entry && entry.Request.Inquirer == caller
            ? await PursueAsync(entry, cancellationToken).ConfigureAwait(false)
            : InquiryAnswer.Reject(inquiry, ExchangeFault.Unknown);

    internal async ValueTask<bool> DeliverAsync(AgencyId caller, ProvisionReply reply, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reply);
        CoreEntry? entry = await FindAsync(reply.Inquiry, cancellationToken).ConfigureAwait(false);
        if (entry?.Provision is not { } provision || provision.Provider != caller)
        {
            return false;
        }

        if (entry.Answer is null && JudgeReply(provision, reply) is { } record)
        {
            await EndAsync(entry, record, reply, cancellationToken).ConfigureAwait(false);
            entry = await FindAsync(reply.Inquiry, cancellationToken).ConfigureAwait(false);
        }

        return entry?.Answer?.Reply is { } taken && taken.Commitment == reply.Commitment;
    }

    /// <summary>Decides by rules, then by the code: who may not ask learns nothing about a code.</summary>
    private async ValueTask<CoreEntry> JudgeAsync(InquiryRequest request, CancellationToken cancellationToken)
    {
        PermissionRequest asked = new()
        {
            Inquirer = request.Inquirer, Provider = request.Provider, Affair = request.Affair, Procedure = request.Procedure, ItemSet = request.ItemSet,
            Items = request.Items.AsMemory(), At = request.RequestedAt,
        };
        PermissionDecision decision = _parts.Policy().Decide(asked);
        ConvertedCode code = decision.IsAllowed
            ? await _parts.Codes.ConvertAsync(request.Inquirer, request.Code, request.Provider, request.RequestedAt, cancellationToken).ConfigureAwait(false)
            : ConvertedCode.None(OutcomeOf(decision.Refusal));
        AuditTag tag = _parts.Finder is { } finder ? await finder.TagAsync(request.Inquirer, request.Code, request.RequestedAt, cancellationToken).ConfigureAwait(false) : default;
        RecordSalt salt = RecordSalt.Create(_parts.Random);
        Digest matrix = Digest.FromBytes(decision.Version.ToBytes());
        RuleId rule = decision.IsAllowed ? decision.Rule.Id : default;
        if (!code.IsMade)
        {
            return CoreEntry.Refused(request, tag, rule, matrix, salt, code.Refusal);
        }

        byte[] permit = _parts.Permits.Issue(request.Inquiry.Value, asked, decision, code.Code);
        return CoreEntry.Permitted(request, tag, new ProvisionRequest
        {
            Inquiry = request.Inquiry, Inquirer = request.Inquirer, Provider = request.Provider, Affair = request.Affair, Procedure = request.Procedure,
            ItemSet = request.ItemSet, Items = request.Items, RequestedAt = request.RequestedAt, Code = code.Code, Rule = rule, MatrixVersion = matrix,
            NeedsRelease = decision.ManualRelease, IsSelfInformation = decision.Rule!.Purpose == RulePurpose.SelfInformation, ExpiresAt = _parts.Clock.GetUtcNow() + _parts.Permits.Lifetime, Salt = salt, Permit = permit,
        });
    }

    /// <summary>Takes an inquiry as far as it goes now.</summary>
    private async ValueTask<InquiryAnswer> PursueAsync(CoreEntry entry, CancellationToken cancellationToken) =>
        (await PursueAsync(entry, mayAsk: true, cancellationToken).ConfigureAwait(false)).Answer;

    private async ValueTask<(InquiryAnswer Answer, bool Reached)> PursueAsync(CoreEntry entry, bool mayAsk, CancellationToken cancellationToken)
    {
        if (entry.Answer is not null)
        {
            return (await RecordAsync(entry, cancellationToken).ConfigureAwait(false), true);
        }

        if (entry.Provision is not { } provision)
        {
            return (await EndAsync(entry, entry.Refusal!, null, cancellationToken).ConfigureAwait(false), true);
        }

        bool isOver = _parts.Clock.GetUtcNow() >= provision.ExpiresAt;
        (bool reached, ProvisionReply? reply) = mayAsk ? await AskAsync(provision, cancellationToken).ConfigureAwait(false) : (false, null);
        if (reply is null && !isOver)
        {
            return (InquiryAnswer.Wait(entry.Request.Inquiry), reached);
        }

        InquiryOutcome failure = reply is not null ? InquiryOutcome.ProviderError : reached ? InquiryOutcome.Expired : InquiryOutcome.NetworkError;
        SaltedRecord? given = reply is null ? null : JudgeReply(provision, reply);
        SaltedRecord record = given ?? RecordMaking.Of(provision, failure, null, NonDisclosure.None);
        return (await EndAsync(entry, record, given is null ? null : reply, cancellationToken).ConfigureAwait(false), reached);
    }

    private async ValueTask<(bool Reached, ProvisionReply? Reply)> AskAsync(ProvisionRequest provision, CancellationToken cancellationToken)
    {
        try
        {
            return _lines.TryGetValue(provision.Provider, out IProviderLine? line)
                ? (true, await LinePatience.WaitAsync(line.ProvideAsync(provision, cancellationToken), _parts, cancellationToken).ConfigureAwait(false))
                : (false, null);
        }
        catch (Exception exception) when (exception is IOException or TimeoutException)
        {
            return (false, null);
        }
    }

    /// <summary>The record when the reply is the provider's, answers this request and committed to the same record.</summary>
    private SaltedRecord? JudgeReply(ProvisionRequest provision, ProvisionReply reply)
    {
        bool isProvided = reply.Outcome == InquiryOutcome.Provided;
        bool fits = reply.Inquiry == provision.Inquiry && reply.Provider == provision.Provider
            && reply.Outcome is InquiryOutcome.Provided or InquiryOutcome.NoRecord or InquiryOutcome.Expired or InquiryOutcome.ProviderError
            && isProvided == reply.ProvidedAt.HasValue && isProvided == !reply.SealedPayload.IsEmpty && Enum.IsDefined(reply.NonDisclosure)
            && (!isProvided || (reply.ProvidedAt >= provision.RequestedAt - (2 * _parts.ClockTolerance) && reply.ProvidedAt <= _parts.Clock.GetUtcNow() + _parts.ClockTolerance))
            && reply.Permit.Span.SequenceEqual(provision.Permit.Span)
            && (!isProvided || (_parts.Permits.Verify(reply.Permit.Span, reply.Provider, out _) is PermitVerdict.Valid or PermitVerdict.Expired && reply.ProvidedAt < provision.ExpiresAt))
            && _parts.Directory.TryFindCard(reply.Provider, out BodyCard? card)
            && _parts.Signatures.Verify(card, MessageEncoding.SignedPart(reply), reply.Signature.Span);
        if (!fits)
        {
            return null;
        }

        SaltedRecord record = RecordMaking.Of(provision, reply.Outcome, reply.ProvidedAt, reply.NonDisclosure);
        return record.Commitment == reply.Commitment ? record : null;
    }

    private async ValueTask<InquiryAnswer> EndAsync(CoreEntry entry, SaltedRecord record, ProvisionReply? reply, CancellationToken cancellationToken)
    {
        InquiryAnswer answer = new()
        {
            Inquiry = entry.Request.Inquiry,
            State = AnswerState.Done,
            Record = record,
            Reply = reply is null ? null : reply with { Permit = default },
        };
        CoreEntry ended = entry.Ended(answer);
        if (!await _journal.TryAdvanceAsync(entry.Request.Inquiry, JournalState.Ended, ended.Bytes, cancellationToken).ConfigureAwait(false))
        {
            ended = (await FindAsync(entry.Request.Inquiry, cancellationToken).ConfigureAwait(false))!;
        }

        return await RecordAsync(ended, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the record of an ended inquiry into index and log before its answer goes out; again does no harm. The index comes first, so that a crash leaves no record out of it.</summary>
    private async ValueTask<InquiryAnswer> RecordAsync(CoreEntry ended, CancellationToken cancellationToken)
    {
        InquiryAnswer answer = ended.Answer!;
        if (_parts.Finder is { } finder)
        {
            await finder.AddAsync(ended.Tag, answer.Record!.Record.Key, ended.Request.Inquirer, ended.Request.Code, ended.Request.RequestedAt, cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<RecordPlace> places = await _parts.Log.AppendAsync(new[] { answer.Record! }, cancellationToken).ConfigureAwait(false);
        if (RecordMaking.IsSettled(places[0]))
        {
            await _journal.TryAdvanceAsync(answer.Inquiry, JournalState.Recorded, ended.Bytes, cancellationToken).ConfigureAwait(false);
        }

        return answer;
    }

    private async ValueTask<CoreEntry?> FindAsync(InquiryId inquiry, CancellationToken cancellationToken) =>
        await _journal.FindAsync(inquiry, cancellationToken).ConfigureAwait(false) is { } found ? CoreEntry.Read(found.Content) : null;

    private static bool IsWhole(InquiryRequest request) =>
        !request.Inquiry.IsEmpty && !request.Provider.IsEmpty && !request.Affair.IsEmpty && !request.Procedure.IsEmpty && !request.ItemSet.IsEmpty
        && request.Items.Length is > 0 and <= AccessRecord.MaxItems && !request.Items[0].IsEmpty && !request.Code.IsEmpty && !request.Operator.IsEmpty;

    private static InquiryOutcome OutcomeOf(PermissionRefusal refusal) => refusal switch
    {
        PermissionRefusal.RestrictedByOrdinance => InquiryOutcome.RestrictedByOrdinance,
        PermissionRefusal.AssessmentBreach => InquiryOutcome.RefusedPia,
        _ => InquiryOutcome.RefusedByRule,
    };
}
