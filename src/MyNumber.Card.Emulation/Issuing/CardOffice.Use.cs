using MyNumber.Numbering.People;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Card.Emulation.Issuing;

public sealed partial class CardOffice
{
    private static readonly CardStage[] Delivered = [CardStage.InUse, CardStage.Stopped, CardStage.Expired];

    /// <summary>Stops the card for the time being (一時停止) after theft or loss, at any hour of any day.</summary>
    /// <param name="id">Application ID.</param>
    /// <param name="identityConfirmed">Whether the call centre is sure who calls.</param>
    /// <returns>Done with <see cref="CardTask.HoldCertificates"/> when there are certificates, or refused.</returns>
    public CardOutcome Stop(ApplicationId id, bool identityConfirmed) => Step(id, [CardStage.InUse], card => identityConfirmed
        ? CardOutcome.Done(card.With(stage: CardStage.Stopped), HasCertificates(card) ? [CardTask.HoldCertificates] : [])
        : CardOutcome.Refused(CardRefusal.IdentityNotShown, card));

    /// <summary>Ends a stop (一時停止の解除): only at the municipality, with the card that was found, by the holder or by a delegate with the papers of
    /// <see cref="ResetPins"/>. Certificates on hold are not put back into force: they are revoked, and issued anew if the holder wants them.</summary>
    /// <remarks>Source: project research notes on the JPKI, §3.4 (confirmed there). That a delegate may come is assumed: the source documents tell of the stop alone.</remarks>
    /// <param name="id">Application ID.</param>
    /// <param name="atMunicipality">Whether this is the municipality's counter; no telephone and no kiosk does it.</param>
    /// <param name="visit">Who came and what was brought.</param>
    /// <param name="wantsCertificates">Whether the holder wants certificates again; without, the card has none from then on.</param>
    /// <returns>Done with <see cref="CardTask.RevokeCertificates"/> and what has to be issued when there were certificates, or refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="visit"/> is null.</exception>
    public CardOutcome Lift(ApplicationId id, bool atMunicipality, CardVisit visit, bool wantsCertificates = true)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return Step(id, [CardStage.Stopped], card =>
        {
            CardRefusal refusal = !atMunicipality ? CardRefusal.OnlyAtMunicipality : JudgeVisit(visit);
            return refusal == CardRefusal.None
                ? LiftedTo(card.With(stage: CardStage.InUse, hasSignature: card.HasSignature && wantsCertificates, hasAuthentication: card.HasAuthentication && wantsCertificates), card)
                : CardOutcome.Refused(refusal, card);
        });
    }

    private static CardOutcome LiftedTo(CardCase lifted, CardCase stopped) =>
        CardOutcome.Done(lifted, HasCertificates(stopped) ? [CardTask.RevokeCertificates, .. IssueTasks(lifted)] : []);

    /// <summary>Writes changed entries onto the card (追記). A signature certificate whose name, address, birth date or sex is no longer true is revoked, and the holder asks for
    /// another one.</summary>
    /// <param name="id">Application ID.</param>
    /// <param name="attributes">The four attributes from the resident record, or its annex for a holder abroad.</param>
    /// <param name="wantsSignature">Whether a new signature certificate is wanted at once.</param>
    /// <param name="visit">Who came and what was brought.</param>
    /// <returns>Done with <see cref="CardTask.WriteEntries"/> and what follows for the signature certificate, or refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="attributes"/> or <paramref name="visit"/> is null.</exception>
    public CardOutcome ChangeEntries(ApplicationId id, FourAttributes attributes, bool wantsSignature, CardVisit visit)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        ArgumentNullException.ThrowIfNull(visit);
        return Step(id, [CardStage.InUse], card =>
        {
            CardRefusal refusal = IsSame(card.Attributes, attributes) ? CardRefusal.NothingChanged : JudgeVisit(visit);
            if (refusal != CardRefusal.None)
            {
                return CardOutcome.Refused(refusal, card);
            }

            IEnumerable<CardTask> tasks = (card.HasSignature, wantsSignature) switch
            {
                (false, _) => [CardTask.WriteEntries],
                (true, false) => [CardTask.WriteEntries, CardTask.RevokeSignatureCertificate],
                _ => [CardTask.WriteEntries, CardTask.RevokeSignatureCertificate, CardTask.IssueSignatureCertificate],
            };
            return CardOutcome.Done(card.With(attributes: attributes, hasSignature: card.HasSignature && wantsSignature), tasks);
        });
    }

    /// <summary>Asks for another card (再交付): after loss the old one is void at once; after damage, or near its last day, it stays until the new one is delivered.</summary>
    /// <param name="id">Application ID of the old card.</param>
    /// <param name="reason">Why.</param>
    /// <param name="form">The new application, with an ID of its own.</param>
    /// <param name="lossReported">Whether a loss was reported to the police.</param>
    /// <returns>Done with the new card's case, or refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="form"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No such reason.</exception>
    public CardOutcome Reissue(ApplicationId id, ReissueReason reason, CardApplicationForm form, bool lossReported = false)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)reason, (int)ReissueReason.Expiry, nameof(reason));
        ArgumentOutOfRangeException.ThrowIfNegative((int)reason, nameof(reason));
        lock (_gate)
        {
            if (Current(id) is not { } old)
            {
                return CardOutcome.Refused(CardRefusal.UnknownApplication);
            }

            CardRefusal refusal = JudgeReissue(old, reason, lossReported);
            CardOutcome applied = refusal == CardRefusal.None ? Take(form, id) : CardOutcome.Refused(refusal, old);
            if (!applied.IsDone || reason != ReissueReason.Loss)
            {
                return applied;
            }

            _cases[id] = old.With(stage: CardStage.Void);
            return CardOutcome.Done(applied.Card!, HasCertificatesInForce(old) ? [CardTask.RevokeCertificates, CardTask.MakeCard] : [CardTask.MakeCard]);
        }
    }

    /// <summary>Takes the card back (返納), for good.</summary>
    /// <param name="id">Application ID.</param>
    /// <param name="reason">Why.</param>
    /// <returns>Done with what has to be revoked and destroyed, or refused.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such reason.</exception>
    public CardOutcome Return(ApplicationId id, ReturnReason reason)
    {
        ArgumentOutOfRangeException.ThrowIfNegative((int)reason, nameof(reason));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)reason, (int)ReturnReason.Order, nameof(reason));
        return Step(id, Delivered, card => CardOutcome.Done(
            card.With(stage: CardStage.Returned),
            HasCertificatesInForce(card) ? [CardTask.RevokeCertificates, CardTask.DestroyCard] : [CardTask.DestroyCard]));
    }

    /// <summary>Lets the holder use the card on after a departure abroad (国外転出者の継続利用). Where the law knew none yet, the card is void on departure:
    /// <see cref="Return"/> it.</summary>
    /// <param name="id">Application ID.</param>
    /// <param name="departure">The day of departure (転出予定日).</param>
    /// <param name="visit">Who came and what was brought.</param>
    /// <returns>Done with <see cref="CardTask.WriteEntries"/>, or refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="visit"/> is null.</exception>
    public CardOutcome ContinueAbroad(ApplicationId id, DateOnly departure, CardVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return Step(id, [CardStage.InUse], card =>
        {
            CardRefusal refusal = _rules.On(CardRuleKind.ContinuedUse, departure) is not > 0 || !Allows(CardRuleKind.ContinuedUse) ? CardRefusal.NoContinuedUseYet
                : departure < Today ? CardRefusal.AlreadyDeparted
                : card.IsAbroad ? CardRefusal.NothingChanged
                : JudgeVisit(visit);
            return refusal == CardRefusal.None ? CardOutcome.Done(card.With(isAbroad: true), CardTask.WriteEntries) : CardOutcome.Refused(refusal, card);
        });
    }

    private CardRefusal JudgeReissue(CardCase old, ReissueReason reason, bool lossReported)
    {
        bool underWay = _cases.Values.Any(other => other.Replaces == old.Form.Id && other.Stage is CardStage.Applied or CardStage.Made or CardStage.Notified);
        if (!Delivered.Contains(old.Stage) || underWay)
        {
            return CardRefusal.WrongStage;
        }

        DateOnly opens = old.LastDay!.Value.AddMonths(-CardValidity.Needed(_rules, CardRuleKind.RenewalMonths, Today));
        return reason switch
        {
            ReissueReason.Loss => lossReported ? CardRefusal.None : CardRefusal.LossNotReported,
            ReissueReason.Expiry => Today >= opens ? CardRefusal.None : CardRefusal.TooEarly,
            _ => old.Stage == CardStage.Expired ? CardRefusal.Expired : CardRefusal.None,
        };
    }

    private static bool HasCertificates(CardCase card) => card.HasSignature || card.HasAuthentication;

    /// <summary>A certificate ends with the card's last day at the latest, so an expired card has none to revoke (project research notes on the JPKI, validity and §3.2).</summary>
    private static bool HasCertificatesInForce(CardCase card) => HasCertificates(card) && card.Stage is (CardStage.InUse or CardStage.Stopped);

    private static bool IsSame(FourAttributes one, FourAttributes other) => one.BirthDate == other.BirthDate && one.Sex == other.Sex
        && string.Equals(one.Name, other.Name, StringComparison.Ordinal) && string.Equals(one.Address, other.Address, StringComparison.Ordinal);
}
