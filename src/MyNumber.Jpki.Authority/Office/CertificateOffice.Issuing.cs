using MyNumber.Jpki.Authority.Applications;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Jpki.Authority.Office;

public sealed partial class CertificateOffice
{
    private const int UsualBirthdays = 5;
    private const int BirthdaysOnRenewal = 6;

    /// <summary>Takes an application for a card's first certificates (新規発行申請) and issues them. Under fifteen and for an adult ward there is no signature certificate unless forced.</summary>
    /// <param name="application">The application.</param>
    /// <param name="cancellationToken">Gives up; then nothing is issued.</param>
    /// <returns>Done with the certificates, or refused.</returns>
    /// <exception cref="InvalidOperationException">The environment lacks a policy of cards, or the serial numbers are used up.</exception>
    public ValueTask<OfficeOutcome> ApplyAsync(CertificateApplication application, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        return IssueAsync(application.Id, state => PlanCard(state, application, ApplicationKind.Issue, null, UsualBirthdays), cancellationToken);
    }

    /// <summary>Renews (有効期間の更新) from three months before the end: new certificates to the sixth birthday after issue, the old ones are revoked as superseded(4).</summary>
    /// <param name="old">The application before.</param>
    /// <param name="application">The new application.</param>
    /// <param name="cancellationToken">Gives up; then nothing is issued.</param>
    /// <returns>Done with the certificates, or refused.</returns>
    /// <exception cref="InvalidOperationException">As for <see cref="ApplyAsync"/>.</exception>
    public ValueTask<OfficeOutcome> RenewAsync(ApplicationId old, CertificateApplication application, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        return IssueAsync(
            application.Id,
            state => Before(state, old, application, ApplicationKind.Renewal, JudgeRenewal, record => PlanCard(state, application, ApplicationKind.Renewal, record, BirthdaysOnRenewal)),
            cancellationToken);
    }

    /// <summary>Issues a new signature certificate beside the user-authentication certificate that stays, as after a change of name or address. It ends with that one at the latest.</summary>
    /// <param name="old">The application before, whose signature certificate is no longer in force.</param>
    /// <param name="application">The new application.</param>
    /// <param name="cancellationToken">Gives up; then nothing is issued.</param>
    /// <returns>Done with the certificate, or refused.</returns>
    /// <exception cref="InvalidOperationException">As for <see cref="ApplyAsync"/>.</exception>
    public ValueTask<OfficeOutcome> ReissueSignatureAsync(ApplicationId old, CertificateApplication application, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        return IssueAsync(
            application.Id, state => Before(state, old, application, ApplicationKind.Signature, JudgeSignature, record => PlanSignature(state, application, record)), cancellationToken);
    }

    /// <summary>Issues anew (再発行): after a card on hold was found again, whose certificates are revoked now with <see cref="OfficeRules.FoundAgain"/>, or after the former ones ended.</summary>
    /// <param name="old">The application before.</param>
    /// <param name="application">The new application.</param>
    /// <param name="cancellationToken">Gives up; then nothing is issued.</param>
    /// <returns>Done with the certificates, or refused.</returns>
    /// <exception cref="InvalidOperationException">As for <see cref="ApplyAsync"/>.</exception>
    public ValueTask<OfficeOutcome> ReissueAsync(ApplicationId old, CertificateApplication application, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        return IssueAsync(
            application.Id,
            state => Before(state, old, application, ApplicationKind.Reissue, JudgeReissue, record => PlanCard(state, application, ApplicationKind.Reissue, record, UsualBirthdays)),
            cancellationToken);
    }

    private static IssuePlan Before(
        AuthorityState state,
        ApplicationId old,
        CertificateApplication application,
        ApplicationKind kind,
        Func<AuthorityState, ApplicationRecord, OfficeRefusal> judge,
        Func<ApplicationRecord, IssuePlan> plan)
    {
        ApplicationRecord? record = state.FindApplication(old);
        OfficeRefusal refusal = record is null ? OfficeRefusal.ApplicationUnknown : record.IsPhone ? OfficeRefusal.SignerIsNoCard : judge(state, record);
        return refusal == OfficeRefusal.None ? plan(record!) : IssuePlan.Refused(refusal, kind, Request(application, UsualBirthdays));
    }

    private OfficeRefusal JudgeRenewal(AuthorityState state, ApplicationRecord record)
    {
        if (record.Stage is not (ApplicationStage.Issued or ApplicationStage.InUse))
        {
            return OfficeRefusal.WrongStage;
        }

        OfficeDraft draft = Draft(state);
        CertificateIdentity[] inForce = [.. record.Certificates.Where(draft.IsInForce)];
        if (inForce.Length == 0)
        {
            return OfficeRefusal.CertificateEnded;
        }

        DateTimeOffset firstEnd = inForce.Min(certificate => state.Find(certificate)!.Certificate.NotAfter);
        return Today >= ValidityRule.JapanDay(firstEnd).AddMonths(-Rules.RenewalMonths) ? OfficeRefusal.None : OfficeRefusal.TooEarlyToRenew;
    }

    private OfficeRefusal JudgeSignature(AuthorityState state, ApplicationRecord record)
    {
        OfficeDraft draft = Draft(state);
        return record.Stage is not (ApplicationStage.Issued or ApplicationStage.InUse) ? OfficeRefusal.WrongStage
            : draft.IsInForce(record.Signature) ? OfficeRefusal.CertificateInForce
            : !record.UserAuthentication.IsEmpty && !draft.IsInForce(record.UserAuthentication) ? OfficeRefusal.CertificateEnded
            : OfficeRefusal.None;
    }

    private OfficeRefusal JudgeReissue(AuthorityState state, ApplicationRecord record) =>
        record.Stage == ApplicationStage.Replaced ? OfficeRefusal.WrongStage
        : record.Certificates.Any(Draft(state).IsInForce) ? OfficeRefusal.CertificateInForce
        : OfficeRefusal.None;

    private IssuePlan PlanCard(AuthorityState state, CertificateApplication application, ApplicationKind kind, ApplicationRecord? replaces, int birthdays)
    {
        CardIssuance request = Request(application, birthdays);
        bool wantsSignature = !application.DeclinesSignature && !request.SignatureKey.IsEmpty, mayHave = MayHaveSignature(application);
        bool wantsUserAuthentication = !application.DeclinesUserAuthentication && !request.UserAuthenticationKey.IsEmpty;
        OfficeRefusal refusal = JudgeForm(state, application, wantsSignature && mayHave, wantsUserAuthentication);
        refusal = refusal == OfficeRefusal.NothingToIssue && wantsSignature ? OfficeRefusal.SignatureNotAllowed : refusal;
        return new IssuePlan
        {
            Refusal = refusal,
            Kind = kind,
            Request = request,
            Replaces = replaces,
            Signature = wantsSignature && mayHave ? _authority.SignatureTemplate() : null,
            UserAuthentication = wantsUserAuthentication ? CertificateTemplate.CardUserAuthentication(_authority.Options.Environment) : null,
        };
    }

    private IssuePlan PlanSignature(AuthorityState state, CertificateApplication application, ApplicationRecord replaces)
    {
        CardIssuance request = Request(application, UsualBirthdays);
        bool wants = !application.DeclinesSignature && !request.SignatureKey.IsEmpty;
        OfficeRefusal refusal = JudgeForm(state, application, wants, false);
        refusal = refusal == OfficeRefusal.None && !MayHaveSignature(application) ? OfficeRefusal.SignatureNotAllowed : refusal;
        return new IssuePlan
        {
            Refusal = refusal,
            Kind = ApplicationKind.Signature,
            Request = request,
            Replaces = replaces,
            Signature = _authority.SignatureTemplate(),
            Stays = replaces.UserAuthentication,
            LatestSignatureEnd = state.Find(replaces.UserAuthentication)?.Certificate.NotAfter,
        };
    }

    private OfficeRefusal JudgeForm(AuthorityState state, CertificateApplication application, bool signature, bool userAuthentication) =>
        state.FindApplication(application.Id) is not null ? OfficeRefusal.ApplicationIdUsed
        : !signature && !userAuthentication ? OfficeRefusal.NothingToIssue
        : (signature && !SubjectPublicKey.IsOfCard(application.SignatureKey)) || (userAuthentication && !SubjectPublicKey.IsOfCard(application.UserAuthenticationKey)) ? OfficeRefusal.KeyUnfit
        : application.CardExpiry < Today ? OfficeRefusal.CardExpired
        : OfficeRefusal.None;

    private bool MayHaveSignature(CertificateApplication application) => application.ForcesSignature
        || (!application.IsAdultWard && ValidityRule.Age(Today, application.Holder.Attributes.BirthDate, _authority.Options.LeapDay) >= Rules.SignatureAge);

    private static CardIssuance Request(CertificateApplication application, int birthdays) => new()
    {
        Holder = application.Holder,
        Municipality = application.Municipality,
        CardExpiry = application.CardExpiry,
        SignatureKey = application.SignatureKey,
        UserAuthenticationKey = application.UserAuthenticationKey,
        Birthdays = birthdays,
    };

    /// <summary>Plans, makes the certificates, and writes them if the plan still stands then.</summary>
    private ValueTask<OfficeOutcome> IssueAsync(ApplicationId id, Func<AuthorityState, IssuePlan> plan, CancellationToken cancellationToken) => _authority.CommitAsync(
        () => Make(_authority.Ledger.Read(plan)), (state, made) => Write(state, id, plan(state), made.Signature, made.UserAuthentication), cancellationToken);

    private (IssuedCertificate? Signature, IssuedCertificate? UserAuthentication) Make(IssuePlan plan)
    {
        if (plan.Refusal != OfficeRefusal.None)
        {
            return default;
        }

        IssuedCertificate? userAuthentication = plan.UserAuthentication is { } template ? _authority.MakeJudged(template, plan.Request, plan.LatestUserAuthenticationEnd) : null;
        return (plan.Signature is { } other ? _authority.MakeJudged(other, plan.Request, plan.LatestSignatureEnd) : null, userAuthentication);
    }

    private (RegisterEntry? Entry, OfficeOutcome? Outcome) Write(
        AuthorityState state, ApplicationId id, IssuePlan plan, IssuedCertificate? signature, IssuedCertificate? userAuthentication)
    {
        if (plan.Refusal != OfficeRefusal.None)
        {
            // The ID on a phone's application is whatever its signer wrote there: another's application is neither shown nor written to, and one to come does not begin with a stranger's line.
            bool isOfAnybody = plan.Kind is ApplicationKind.Phone or ApplicationKind.PhoneSignature;
            return isOfAnybody ? (null, OfficeOutcome.Refused(plan.Refusal)) : Refuse(state, id, OfficeStep.Apply, plan.Refusal);
        }

        IssuedCertificate[] issued = [.. new[] { userAuthentication, signature }.OfType<IssuedCertificate>()];
        bool isAsPlanned = (plan.Signature is null) == (signature is null) && (plan.UserAuthentication is null) == (userAuthentication is null);
        if (!isAsPlanned || !LabAuthority.MayBeIssued(state, issued))
        {
            return (null, null);
        }

        OfficeDraft draft = Draft(state);
        ApplicationRecord record = Record(id, plan, signature, userAuthentication, HasCard(state, plan) ? ApplicationStage.InUse : ApplicationStage.Issued);
        draft.Set(record);
        draft.Note(id, OfficeStep.Apply, OfficeRefusal.None, null);
        draft.Link(SerialLinkKind.SamePerson, signature is null ? default : record.Signature, record.UserAuthentication);
        Replace(draft, plan, record);
        RegisterEntry entry = draft.ToEntry(issued);
        return (entry, new OfficeOutcome { Refusal = OfficeRefusal.None, Application = record, Signature = signature, UserAuthentication = userAuthentication, Changes = entry.Changes });
    }

    /// <summary>Whether the holder has what the certificates are written to: a phone always, a card once certificates on it were delivered.</summary>
    private static bool HasCard(AuthorityState state, IssuePlan plan)
    {
        ApplicationRecord? before = plan.Replaces;
        bool has = plan.Card is not null;
        while (before is not null && !has)
        {
            has = before.Stage == ApplicationStage.InUse || state.EventsOf(before.Id).Any(line => line is { Step: OfficeStep.Deliver, Refusal: OfficeRefusal.None });
            before = before.Replaces.IsEmpty ? null : state.FindApplication(before.Replaces);
        }

        return has;
    }

    private static ApplicationRecord Record(
        ApplicationId id, IssuePlan plan, IssuedCertificate? signature, IssuedCertificate? userAuthentication, ApplicationStage stage) => new()
    {
        Id = id,
        Kind = plan.Kind,
        Stage = stage,
        Municipality = plan.Request.Municipality,
        CardExpiry = plan.Request.CardExpiry,
        Replaces = plan.Replaces?.Id ?? default,
        Card = plan.Card?.Id ?? default,
        Signature = signature?.Identity ?? default,
        UserAuthentication = userAuthentication?.Identity ?? plan.Stays,
    };

    /// <summary>The last signature certificate up to an application: those that came in between may have declined theirs.</summary>
    private static CertificateIdentity LastSignature(AuthorityState state, ApplicationRecord old)
    {
        ApplicationRecord? with = old;
        while (with is { Signature.IsEmpty: true })
        {
            with = with.Replaces.IsEmpty ? null : state.FindApplication(with.Replaces);
        }

        return with?.Signature ?? default;
    }

    private void Replace(OfficeDraft draft, IssuePlan plan, ApplicationRecord record)
    {
        if (plan.Replaces is not { } old)
        {
            return;
        }

        RevocationReason reason = plan.Kind == ApplicationKind.Renewal ? RevocationReason.Superseded : Rules.FoundAgain;
        draft.Revoke(old.Signature, reason);
        draft.Revoke(old.UserAuthentication == record.UserAuthentication ? default : old.UserAuthentication, reason);
        draft.Link(SerialLinkKind.Successor, LastSignature(draft.State, old), record.Signature);
        draft.Link(SerialLinkKind.Successor, old.UserAuthentication == record.UserAuthentication ? default : old.UserAuthentication, record.UserAuthentication);
        draft.Set(old with { Stage = ApplicationStage.Replaced });
        draft.Note(old.Id, OfficeStep.Replace, OfficeRefusal.None, draft.Changes.Count != 0 ? reason : null);
    }
}
