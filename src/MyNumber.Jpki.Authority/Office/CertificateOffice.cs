using MyNumber.Jpki.Authority.Applications;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Jpki.Authority.Office;

/// <summary>The registry office (窓口) before the authority: takes applications for issue, revocation and hold (発行・失効・一時保留の申請), and knows which certificates belong to which.</summary>
/// <remarks>
/// <para>Each step gives a typed outcome and a line of the application's history, refused ones too except a phone's application, whose ID is anybody's. A step is one entry of the authority's register: certificates, statuses, links and history
/// change together or not at all. Same clock, keys and order of calls give the same bytes.</para>
/// <para>Thread safe, and safe for several processes over one register. Source of the rules: project research notes on JPKI, §1.1, §3.2 to §3.4 and §7; what is not public is in <see cref="OfficeRules"/>.</para>
/// </remarks>
public sealed partial class CertificateOffice
{
    private static readonly ApplicationStage[] Anywhere = [ApplicationStage.Issued, ApplicationStage.InUse, ApplicationStage.OnHold];

    private readonly LabAuthority _authority;

    /// <summary>Opens an office before an authority.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="rules">What the office decides by rule.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rule is out of its range.</exception>
    public CertificateOffice(LabAuthority authority, OfficeRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(authority);
        _authority = authority;
        Rules = rules ?? new OfficeRules();
        Rules.Validate();
    }

    /// <summary>What the office decides by rule.</summary>
    public OfficeRules Rules { get; }

    private DateTimeOffset Now => ValidityRule.WholeSecond(_authority.Clock.GetUtcNow());

    private DateOnly Today => ValidityRule.JapanDay(Now);

    /// <summary>An application as it stands.</summary>
    /// <param name="id">Application ID.</param>
    /// <returns>The record, or <see langword="null"/> when there is none.</returns>
    public ApplicationRecord? Find(ApplicationId id) => _authority.Ledger.Read(state => state.FindApplication(id));

    /// <summary>The application to which a certificate belongs now.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <returns>The record, or <see langword="null"/> when no application led to it.</returns>
    public ApplicationRecord? Find(CertificateIdentity certificate) => _authority.Ledger.Read(state => state.FindApplication(certificate));

    /// <summary>The history of an application (監査履歴), oldest first; refused steps are in it.</summary>
    /// <param name="id">Application ID.</param>
    /// <returns>A copy.</returns>
    public IReadOnlyList<ApplicationEvent> History(ApplicationId id) => _authority.Ledger.Read(state => state.EventsOf(id));

    /// <summary>The certificates are delivered (交付).</summary>
    /// <param name="id">Application ID.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>What became of it.</returns>
    public ValueTask<OfficeOutcome> DeliverAsync(ApplicationId id, CancellationToken cancellationToken = default) =>
        StepAsync(id, OfficeStep.Deliver, [ApplicationStage.Issued], (draft, record) => Move(draft, record, ApplicationStage.InUse), null, cancellationToken);

    /// <summary>Card and certificates are destroyed before delivery: both are revoked as unspecified(0).</summary>
    /// <param name="id">Application ID.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>What became of it.</returns>
    public ValueTask<OfficeOutcome> DestroyBeforeDeliveryAsync(ApplicationId id, CancellationToken cancellationToken = default) =>
        EndAsync(id, OfficeStep.DestroyBeforeDelivery, RevocationReason.Unspecified, [ApplicationStage.Issued], cancellationToken);

    /// <summary>Name, birth date, sex or address changed in the resident's record (氏名・住所変更): the signature certificate is revoked as affiliationChanged(3), the other stays.</summary>
    /// <param name="id">Application ID.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>What became of it. Done without a change when there is no signature certificate in force.</returns>
    public ValueTask<OfficeOutcome> ChangeRecordAsync(ApplicationId id, CancellationToken cancellationToken = default) => StepAsync(
        id,
        OfficeStep.ChangeRecord,
        Anywhere,
        (draft, record) =>
        {
            draft.Revoke(record.Signature, RevocationReason.AffiliationChanged);
            return Move(draft, record, StageAfter(draft, record));
        },
        RevocationReason.AffiliationChanged,
        cancellationToken);

    /// <summary>The holder died (死亡), or the resident's record was deleted for another reason: both are revoked with <see cref="OfficeRules.Death"/>.</summary>
    /// <param name="id">Application ID.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>What became of it.</returns>
    public ValueTask<OfficeOutcome> ReportDeathAsync(ApplicationId id, CancellationToken cancellationToken = default) =>
        EndAsync(id, OfficeStep.ReportDeath, Rules.Death, Anywhere, cancellationToken);

    /// <summary>The holder leaves the country (国外転出). With continued use the signature certificate alone is revoked, as affiliationChanged(3), because the address changed; otherwise both,
    /// with <see cref="OfficeRules.Departure"/>.</summary>
    /// <param name="id">Application ID.</param>
    /// <param name="continuesUse">Whether card and certificates go on (継続利用, possible since 2024).</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>What became of it.</returns>
    public ValueTask<OfficeOutcome> LeaveCountryAsync(ApplicationId id, bool continuesUse, CancellationToken cancellationToken = default) => StepAsync(
        id,
        OfficeStep.LeaveCountry,
        Anywhere,
        (draft, record) =>
        {
            draft.Revoke(record.Signature, continuesUse ? RevocationReason.AffiliationChanged : Rules.Departure);
            draft.Revoke(continuesUse ? default : record.UserAuthentication, Rules.Departure);
            return Move(draft, record, StageAfter(draft, record));
        },
        continuesUse ? RevocationReason.AffiliationChanged : Rules.Departure,
        cancellationToken);

    /// <summary>The card is given back (カード返納): both are revoked as cessationOfOperation(5).</summary>
    /// <param name="id">Application ID.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>What became of it.</returns>
    public ValueTask<OfficeOutcome> ReturnCardAsync(ApplicationId id, CancellationToken cancellationToken = default) =>
        EndAsync(id, OfficeStep.ReturnCard, RevocationReason.CessationOfOperation, Anywhere, cancellationToken);

    /// <summary>A call about a lost card or phone (紛失・盗難), at any hour of any day: what is in force goes on hold (一時保留).</summary>
    /// <param name="id">Application ID.</param>
    /// <param name="identityConfirmed">Whether the call centre is sure who calls.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>What became of it.</returns>
    public ValueTask<OfficeOutcome> ReportLossAsync(ApplicationId id, bool identityConfirmed, CancellationToken cancellationToken = default) => StepAsync(
        id,
        OfficeStep.ReportLoss,
        [ApplicationStage.Issued, ApplicationStage.InUse],
        (draft, record) =>
        {
            if (!identityConfirmed)
            {
                return OfficeRefusal.IdentityNotShown;
            }

            draft.Hold(record.Signature);
            draft.Hold(record.UserAuthentication);
            return Move(draft, record, ApplicationStage.OnHold);
        },
        RevocationReason.CertificateHold,
        cancellationToken);

    /// <summary>The holder does without (失効申請): revoked as cessationOfOperation(5).</summary>
    /// <param name="id">Application ID.</param>
    /// <param name="only">One of the two certificates, or <see langword="null"/> for both.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>What became of it.</returns>
    public ValueTask<OfficeOutcome> StopAsync(ApplicationId id, CertificatePurpose? only = null, CancellationToken cancellationToken = default) =>
        RevokeAsync(id, OfficeStep.Stop, RevocationReason.CessationOfOperation, only, cancellationToken);

    /// <summary>The holder reports that a private key leaked: revoked as keyCompromise(1).</summary>
    /// <param name="id">Application ID.</param>
    /// <param name="only">One of the two certificates, or <see langword="null"/> for both.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>What became of it.</returns>
    public ValueTask<OfficeOutcome> ReportCompromiseAsync(ApplicationId id, CertificatePurpose? only = null, CancellationToken cancellationToken = default) =>
        RevokeAsync(id, OfficeStep.ReportCompromise, RevocationReason.KeyCompromise, only, cancellationToken);

    private ValueTask<OfficeOutcome> EndAsync(ApplicationId id, OfficeStep step, RevocationReason reason, ApplicationStage[] from, CancellationToken cancellationToken) => StepAsync(
        id,
        step,
        from,
        (draft, record) =>
        {
            draft.Revoke(record.Signature, reason);
            draft.Revoke(record.UserAuthentication, reason);
            return Move(draft, record, ApplicationStage.Ended);
        },
        reason,
        cancellationToken);

    private ValueTask<OfficeOutcome> RevokeAsync(ApplicationId id, OfficeStep step, RevocationReason reason, CertificatePurpose? only, CancellationToken cancellationToken) => StepAsync(
        id,
        step,
        Anywhere,
        (draft, record) =>
        {
            CertificateIdentity signature = only == CertificatePurpose.UserAuthentication ? default : record.Signature;
            CertificateIdentity userAuthentication = only == CertificatePurpose.Signature ? default : record.UserAuthentication;
            if ((signature.IsEmpty || draft.IsRevoked(signature)) && (userAuthentication.IsEmpty || draft.IsRevoked(userAuthentication)))
            {
                return OfficeRefusal.CertificateMissing;
            }

            draft.Revoke(signature, reason);
            draft.Revoke(userAuthentication, reason);
            return Move(draft, record, StageAfter(draft, record));
        },
        reason,
        cancellationToken);

    /// <summary>Judges one step on what is written so far, and writes it with a line of history, or the refusal alone.</summary>
    private ValueTask<OfficeOutcome> StepAsync(
        ApplicationId id, OfficeStep step, ApplicationStage[] from, Func<OfficeDraft, ApplicationRecord, OfficeRefusal> act, RevocationReason? reason, CancellationToken cancellationToken) =>
        _authority.Ledger.CommitAsync(
            state =>
            {
                ApplicationRecord? record = state.FindApplication(id);
                if (record is null)
                {
                    return (null, OfficeOutcome.Refused(OfficeRefusal.ApplicationUnknown));
                }

                OfficeDraft draft = Draft(state);
                OfficeRefusal refusal = from.Contains(record.Stage) ? act(draft, record) : OfficeRefusal.WrongStage;
                if (refusal != OfficeRefusal.None)
                {
                    return Refuse(state, id, step, refusal);
                }

                draft.Note(id, step, refusal, reason is not null && draft.Changes.Count != 0 ? reason : null);
                RegisterEntry entry = draft.ToEntry();
                return (entry, new OfficeOutcome { Refusal = refusal, Application = entry.Applications.First(one => one.Id == id), Changes = entry.Changes });
            },
            cancellationToken);

    private (RegisterEntry? Entry, OfficeOutcome Outcome) Refuse(
        AuthorityState state, ApplicationId id, OfficeStep step, OfficeRefusal refusal)
    {
        OfficeDraft draft = Draft(state);
        draft.Note(id, step, refusal, null);
        return (draft.ToEntry(), OfficeOutcome.Refused(refusal, state.FindApplication(id)));
    }

    private OfficeDraft Draft(AuthorityState state) => new(state, Now, _authority.Options.RevocationDate);

    private static OfficeRefusal Move(OfficeDraft draft, ApplicationRecord record, ApplicationStage stage)
    {
        draft.Set(record with { Stage = stage });
        return OfficeRefusal.None;
    }

    private static ApplicationStage StageAfter(OfficeDraft draft, ApplicationRecord record) =>
        record.Certificates.All(draft.IsRevoked) ? ApplicationStage.Ended : record.Stage;
}
