using MyNumber.Jpki.Authority.Applications;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Jpki.Authority.Office;

public sealed partial class CertificateOffice
{
    /// <summary>Enrols a phone (移動端末設備用電子証明書): its certificates end with the card's of the same purpose at the latest, and are revoked with them.</summary>
    /// <remarks>The signature is verified with the library's own verifier under all generations of the lab, with the status of this moment. The four attributes come out of the certificate
    /// that signed. The ID is what the signer wrote: a refusal leaves no line of history, and nothing is told of the application that it names. With <see cref="PhoneApplication.Replaces"/> a new signature certificate takes the place of a phone's that was on hold.</remarks>
    /// <param name="application">The application.</param>
    /// <param name="signed">CMS SignedData over <see cref="PhoneApplication.Content"/>, attached or detached, by a card's signature key; from anybody.</param>
    /// <param name="cancellationToken">Gives up; then nothing is issued.</param>
    /// <returns>Done with the certificates, or refused; <see cref="OfficeOutcome.Verification"/> says why a signature was not accepted.</returns>
    /// <exception cref="InvalidOperationException">The environment lacks the policy of a card's signature certificate, or the serial numbers are used up.</exception>
    public async ValueTask<OfficeOutcome> EnrolPhoneAsync(PhoneApplication application, ReadOnlyMemory<byte> signed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        DocumentVerificationResult answer = await SignedPapers.VerifyAsync(_authority, signed, application.Content, takesPhones: false, cancellationToken).ConfigureAwait(false);
        VerificationReason reason = answer.Signer is not null && !answer.Content!.Value.Span.SequenceEqual(application.Content.Span)
            ? VerificationReason.ContentDigestMismatch
            : answer.Reason;
        if (answer.Signer is null || reason != VerificationReason.None)
        {
            OfficeRefusal refusal = answer.Outcome == VerificationOutcome.Undetermined ? OfficeRefusal.SignedApplicationUndetermined : OfficeRefusal.SignedApplicationInvalid;
            return OfficeOutcome.Refused(refusal, verification: reason);
        }

        JpkiCertificate signer = answer.Signer.Certificate;
        return await IssueAsync(application.Id, state => PlanPhone(state, application, signer), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A lost phone was found again: the hold of its user-authentication certificate is lifted; its signature certificate is revoked, and a new one is applied for.</summary>
    /// <param name="id">Application ID of the phone.</param>
    /// <param name="identityConfirmed">Whether the holder proved who it is.</param>
    /// <param name="cancellationToken">Gives up; then nothing is changed.</param>
    /// <returns>Done, or refused; never done for a card.</returns>
    public ValueTask<OfficeOutcome> ResumePhoneAsync(ApplicationId id, bool identityConfirmed, CancellationToken cancellationToken = default) => StepAsync(
        id,
        OfficeStep.ResumePhone,
        [ApplicationStage.OnHold],
        (draft, record) =>
        {
            if (!record.IsPhone)
            {
                return OfficeRefusal.HoldIsNeverLifted;
            }

            if (!identityConfirmed)
            {
                return OfficeRefusal.IdentityNotShown;
            }

            draft.Release(record.UserAuthentication);
            draft.Revoke(record.Signature, Rules.FoundAgain);
            return Move(draft, record, record.Certificates.All(draft.IsRevoked) ? ApplicationStage.Ended : ApplicationStage.InUse);
        },
        Rules.FoundAgain,
        cancellationToken);

    private IssuePlan PlanPhone(AuthorityState state, PhoneApplication application, JpkiCertificate signer)
    {
        ApplicationRecord? card = state.FindApplication(signer.Identity);
        ApplicationRecord? replaces = application.Replaces.IsEmpty ? null : state.FindApplication(application.Replaces);
        IssuedCertificate? signature = card is null ? null : state.Find(card.Signature)?.Certificate, userAuthentication = card is null ? null : state.Find(card.UserAuthentication)?.Certificate;
        ApplicationKind kind = application.Replaces.IsEmpty ? ApplicationKind.Phone : ApplicationKind.PhoneSignature;
        CardIssuance request = new()
        {
            Holder = signer.Holder!,
            Municipality = card?.Municipality ?? Unknown,
            CardExpiry = card?.CardExpiry ?? default,
            SignatureKey = application.SignatureKey,
            UserAuthenticationKey = application.UserAuthenticationKey,
        };
        PolicyEnvironment environment = _authority.Options.Environment;
        OfficeRefusal refusal = JudgePhone(state, application, signer, card, replaces);
        return refusal != OfficeRefusal.None
            ? IssuePlan.Refused(refusal, kind, request)
            : new IssuePlan
            {
                Kind = kind,
                Request = request,
                Replaces = replaces,
                Card = card,
                Signature = application.SignatureKey.IsEmpty ? null : CertificateTemplate.PhoneSignature(environment),
                UserAuthentication = application.UserAuthenticationKey.IsEmpty ? null : CertificateTemplate.PhoneUserAuthentication(environment),
                Stays = replaces?.UserAuthentication ?? default,
                LatestSignatureEnd = signature!.NotAfter,
                LatestUserAuthenticationEnd = userAuthentication?.NotAfter,
            };
    }

    private static Municipality Unknown { get; } = new("00000", "-", "-");

    private OfficeRefusal JudgePhone(AuthorityState state, PhoneApplication application, JpkiCertificate signer, ApplicationRecord? card, ApplicationRecord? replaces)
    {
        OfficeDraft draft = Draft(state);
        PolicyEnvironment environment = _authority.Options.Environment;
        bool signature = !application.SignatureKey.IsEmpty, userAuthentication = !application.UserAuthenticationKey.IsEmpty;
        return state.FindApplication(application.Id) is not null ? OfficeRefusal.ApplicationIdUsed
            : card is null || card.IsPhone || card.Stage != ApplicationStage.InUse || !draft.IsInForce(signer.Identity) ? OfficeRefusal.SignerIsNoCard
            : !signature && !userAuthentication ? OfficeRefusal.NothingToIssue
            : (signature && environment.SignaturePhone is null) || (userAuthentication && environment.UserAuthenticationPhone is null) ? OfficeRefusal.PhonePolicyUnknown
            : (signature && !SubjectPublicKey.IsOfCard(application.SignatureKey)) || (userAuthentication && !SubjectPublicKey.IsOfCard(application.UserAuthenticationKey)) ? OfficeRefusal.KeyUnfit
            : userAuthentication && !draft.IsInForce(card.UserAuthentication) ? OfficeRefusal.CertificateMissing
            : application.Replaces.IsEmpty ? OfficeRefusal.None
            : JudgeReplacedPhone(state, draft, replaces, card, userAuthentication);
    }

    // The phone before must be the same card's, in use again, and only its signature certificate is replaced.
    private static OfficeRefusal JudgeReplacedPhone(AuthorityState state, OfficeDraft draft, ApplicationRecord? replaces, ApplicationRecord card, bool userAuthentication) =>
        replaces is null ? OfficeRefusal.ApplicationUnknown
        : !replaces.IsPhone || replaces.Stage != ApplicationStage.InUse || userAuthentication ? OfficeRefusal.WrongStage
        : draft.IsInForce(replaces.Signature) ? OfficeRefusal.CertificateInForce
        : state.FindApplication(replaces.Card) is { } before && (before.Id == card.Id || before.UserAuthentication == card.UserAuthentication) ? OfficeRefusal.None
        : OfficeRefusal.SignerIsNoCard;
}
