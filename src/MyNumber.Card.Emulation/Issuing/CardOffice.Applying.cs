using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Card.Emulation.Issuing;

public sealed partial class CardOffice
{
    private const int SerialNumberLength = 15;

    /// <summary>Takes an application (交付申請の受付). Certificates that the applicant declined are not issued; under 15 and for an adult ward there is in principle no
    /// signature certificate.</summary>
    /// <param name="form">The application.</param>
    /// <returns>Done with <see cref="CardTask.MakeCard"/>, or refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="form"/> is null.</exception>
    public CardOutcome Apply(CardApplicationForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        lock (_gate)
        {
            return Take(form, default);
        }
    }

    /// <summary>The card is made and sent to the municipality. Its last day is counted from this day.</summary>
    /// <param name="id">Application ID.</param>
    /// <param name="serialNumber">Serial number (製造番号): 15 digits that no card had before.</param>
    /// <returns>Done with <see cref="CardTask.SendDeliveryNotice"/>, or refused.</returns>
    public CardOutcome Make(ApplicationId id, string serialNumber) => Step(id, [CardStage.Applied], card =>
    {
        if (serialNumber is null || serialNumber.Length != SerialNumberLength || !serialNumber.All(char.IsAsciiDigit))
        {
            return CardOutcome.Refused(CardRefusal.SerialNumberUnfit, card);
        }

        if (card.Form.ResidenceUntil < Today)
        {
            return CardOutcome.Refused(CardRefusal.ResidenceOver, card);
        }

        card.Attributes.BirthDate.TryGetDate(out DateOnly birth);
        return _serialNumbers.Add(serialNumber)
            ? CardOutcome.Done(
                card.With(stage: CardStage.Made, serialNumber: serialNumber, lastDay: CardValidity.LastDay(birth, Today, card.Form.ResidenceUntil, _rules)),
                CardTask.SendDeliveryNotice)
            : CardOutcome.Refused(CardRefusal.SerialNumberUsed, card);
    });

    /// <summary>The delivery notice (交付通知書 兼 照会書) was sent.</summary>
    /// <param name="id">Application ID.</param>
    /// <returns>Done, or refused.</returns>
    public CardOutcome Notify(ApplicationId id) => Step(id, [CardStage.Made], card => CardOutcome.Done(card.With(stage: CardStage.Notified)));

    /// <summary>The applicant does without the card before it is delivered.</summary>
    /// <param name="id">Application ID.</param>
    /// <returns>Done, with <see cref="CardTask.DestroyCard"/> when it was made already, or refused.</returns>
    public CardOutcome Withdraw(ApplicationId id) => Step(id, [CardStage.Applied, CardStage.Made, CardStage.Notified], card =>
        CardOutcome.Done(card.With(stage: CardStage.Withdrawn), card.Stage == CardStage.Applied ? [] : [CardTask.DestroyCard]));

    private CardOutcome Take(CardApplicationForm form, ApplicationId replaces)
    {
        if (_cases.ContainsKey(form.Id))
        {
            return CardOutcome.Refused(CardRefusal.ApplicationIdUsed);
        }

        CardRefusal refusal = Judge(form, out bool signature);
        return refusal == CardRefusal.None
            ? Keep(CardOutcome.Done(
                new CardCase(form) { HasSignature = signature && !form.DeclinesSignature, HasAuthentication = !form.DeclinesAuthentication, Replaces = replaces },
                CardTask.MakeCard))
            : CardOutcome.Refused(refusal);
    }

    private CardRefusal Judge(CardApplicationForm form, out bool signature)
    {
        signature = false;
        if (!form.Attributes.BirthDate.TryGetDate(out DateOnly birth))
        {
            return CardRefusal.BirthDateUnknown;
        }

        if (birth > Today)
        {
            return CardRefusal.BirthDateInFuture;
        }

        signature = !NeedsRepresentative(form, birth);
        return (signature, form) switch
        {
            (false, { SignedByRepresentative: false }) => CardRefusal.RepresentativeMissing,
            (_, { HasPhoto: false }) => CardRefusal.PhotoMissing,
            _ when form.ResidenceUntil < Today => CardRefusal.ResidenceOver,
            _ => IsBraille(form.Braille) ? CardRefusal.None : CardRefusal.BrailleUnfit,
        };
    }

    private bool NeedsRepresentative(CardApplicationForm form, DateOnly birth) =>
        form.IsAdultWard || CardValidity.AgeOn(birth, Today) < CardValidity.Needed(_rules, CardRuleKind.SignatureAge, Today);

    /// <summary>Katakana, spaces and the long mark; a voiced or half-voiced kana takes two cells, as its mark is one of its own.</summary>
    private bool IsBraille(string? text)
    {
        if (text is null)
        {
            return true;
        }

        string cells = text.Normalize(System.Text.NormalizationForm.FormD);
        return cells.Length > 0
            && cells.Length <= CardValidity.Needed(_rules, CardRuleKind.BrailleCells, Today)
            && cells.All(cell => cell is (>= 'ァ' and <= 'ヶ') or 'ー' or '　' or ' ' or '\u3099' or '\u309A');
    }
}
