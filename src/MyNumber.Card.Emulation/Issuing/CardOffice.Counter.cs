using MyNumber.Card.Emulation.Profiles;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Card.Emulation.Issuing;

public sealed partial class CardOffice
{
    private static readonly CardPinKind[] AllPins = [CardPinKind.Signature, CardPinKind.UserAuthentication, CardPinKind.Residence, CardPinKind.InputSupport];

    /// <summary>Delivers the card at the counter (交付): papers, the four PINs, and the card that it replaces.</summary>
    /// <param name="id">Application ID.</param>
    /// <param name="visit">Who came and what was brought.</param>
    /// <param name="pins">The PINs that the holder chose; their form is checked by <see cref="CardPins"/>, and those of four digits may be equal. They are not kept.</param>
    /// <returns>Done with the PINs to set and the certificates to issue, or refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="visit"/> or <paramref name="pins"/> is null.</exception>
    public CardOutcome Deliver(ApplicationId id, CardVisit visit, CardPins pins)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(pins);
        return Step(id, [CardStage.Notified], card =>
        {
            CardRefusal refusal = JudgePapers(card, visit);
            refusal = refusal == CardRefusal.None ? JudgePins(card, pins) : refusal;
            CardCase? old = card.Replaces.IsEmpty ? null : Current(card.Replaces);
            refusal = refusal == CardRefusal.None ? TakeIn(card.Replaces, visit.Card) : refusal;
            return refusal == CardRefusal.None
                ? CardOutcome.Done(card.With(stage: CardStage.InUse), DeliveryTasks(card, old, visit.Card))
                : CardOutcome.Refused(refusal, card);
        });
    }

    /// <summary>Resets PINs (暗証番号の初期化・再設定): at the municipality, at a kiosk after a booking, or at a designated post office.</summary>
    /// <param name="id">Application ID.</param>
    /// <param name="request">Where, which, and who came.</param>
    /// <returns>Done with <see cref="CardTask.SetPins"/>, or refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public CardOutcome ResetPins(ApplicationId id, PinResetRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Step(id, [CardStage.InUse], card =>
        {
            CardRefusal refusal = JudgeReset(card, request);
            refusal = refusal == CardRefusal.None ? JudgePlace(card, request) : refusal;
            return refusal == CardRefusal.None ? CardOutcome.Done(card, CardTask.SetPins) : CardOutcome.Refused(refusal, card);
        });
    }

    private CardRefusal JudgePapers(CardCase card, CardVisit visit)
    {
        card.Attributes.BirthDate.TryGetDate(out DateOnly birth);
        bool represented = NeedsRepresentative(card.Form, birth);
        return visit switch
        {
            { IdentityShown: false } => CardRefusal.IdentityNotShown,
            { Notice: false } => CardRefusal.NoticeMissing,
            { AnswerSigned: false } => CardRefusal.AnswerNotSigned,
            { Visitor: CardVisitor.Holder } when represented => CardRefusal.RepresentativeMustCome,
            { Visitor: CardVisitor.Delegate or CardVisitor.HolderWithRepresentative, Delegation: false } => CardRefusal.DelegationMissing,
            { Visitor: CardVisitor.Delegate, AbsenceProved: false } => CardRefusal.AbsenceNotProved,
            { Visitor: CardVisitor.Delegate, PinsSealed: false } when !card.Form.WithoutPins => CardRefusal.PinsNotSealed,
            _ => CardRefusal.None,
        };
    }

    private static CardRefusal JudgePins(CardCase card, CardPins pins)
    {
        foreach (CardPinKind kind in AllPins)
        {
            bool chosen = pins.Reveal(kind) is not null;
            if (chosen != IsUsed(card, kind))
            {
                return chosen ? CardRefusal.PinWithoutUse : CardRefusal.PinMissing;
            }
        }

        return CardRefusal.None;
    }

    private static bool IsUsed(CardCase card, CardPinKind kind) => !card.Form.WithoutPins && kind switch
    {
        CardPinKind.Signature => card.HasSignature,
        CardPinKind.UserAuthentication => card.HasAuthentication,
        _ => true,
    };

    /// <summary>Before delivery the old card's certificates stay in force; they are superseded by the new card's.</summary>
    private static IEnumerable<CardTask> DeliveryTasks(CardCase card, CardCase? old, bool brought)
    {
        if (!card.Form.WithoutPins)
        {
            yield return CardTask.SetPins;
        }

        if (old is not null && HasCertificatesInForce(old))
        {
            yield return CardTask.RevokeCertificates;
        }

        foreach (CardTask task in IssueTasks(card))
        {
            yield return task;
        }

        if (brought && old is { Stage: not CardStage.Returned })
        {
            yield return CardTask.DestroyCard;
        }
    }

    private static IEnumerable<CardTask> IssueTasks(CardCase card)
    {
        if (card.HasSignature)
        {
            yield return CardTask.IssueSignatureCertificate;
        }

        if (card.HasAuthentication)
        {
            yield return CardTask.IssueAuthenticationCertificate;
        }
    }

    /// <summary>The card that is replaced must be there unless it was lost or given back, and is void from now on.</summary>
    private CardRefusal TakeIn(ApplicationId replaced, bool brought)
    {
        if (replaced.IsEmpty || Current(replaced) is not { Stage: not (CardStage.Void or CardStage.Returned) } old)
        {
            return CardRefusal.None;
        }

        if (!brought)
        {
            return CardRefusal.CardMissing;
        }

        _cases[replaced] = old.With(stage: CardStage.Void);
        return CardRefusal.None;
    }

    private static CardRefusal JudgeReset(CardCase card, PinResetRequest request)
    {
        if (request.Kinds.Count == 0)
        {
            return CardRefusal.NoPinNamed;
        }

        return request.Kinds.All(kind => IsUsed(card, kind)) ? CardRefusal.None : CardRefusal.PinWithoutUse;
    }

    private CardRefusal JudgePlace(CardCase card, PinResetRequest request) => request.Place switch
    {
        PinResetPlace.Municipality => JudgeVisit(request.Visit),
        PinResetPlace.ConvenienceStore => JudgeKiosk(card, request),
        PinResetPlace.PostOffice => request.IsDesignated && Allows(CardRuleKind.PostOffice) ? JudgeVisit(request.Visit) : CardRefusal.PlaceNotOpen,
        _ => CardRefusal.PlaceNotOpen,
    };

    private static CardRefusal JudgeVisit(CardVisit visit) => visit switch
    {
        { Card: false } => CardRefusal.CardMissing,
        { IdentityShown: false } => CardRefusal.IdentityNotShown,
        { Visitor: CardVisitor.Delegate, AnswerSigned: false } => CardRefusal.AnswerNotSigned,
        { Visitor: CardVisitor.Delegate, Delegation: false } => CardRefusal.DelegationMissing,
        { Visitor: CardVisitor.Delegate, PinsSealed: false } => CardRefusal.PinsNotSealed,
        _ => CardRefusal.None,
    };

    /// <summary>The booking was made under the user-authentication certificate, whose PIN the holder still knows.</summary>
    private CardRefusal JudgeKiosk(CardCase card, PinResetRequest request)
    {
        if (request.Kinds.Any(kind => kind != CardPinKind.Signature))
        {
            return CardRefusal.OnlySignaturePassword;
        }

        if (!card.HasAuthentication)
        {
            return CardRefusal.CertificateMissing;
        }

        DateTimeOffset now = _time.GetUtcNow();
        TimeSpan lasts = TimeSpan.FromHours(CardValidity.Needed(_rules, CardRuleKind.KioskHours, Today));
        bool booked = request.BookedAt is { } at && at <= now && now - at <= lasts;
        return !booked ? CardRefusal.NotBooked : request.Visit.Card ? CardRefusal.None : CardRefusal.CardMissing;
    }
}
