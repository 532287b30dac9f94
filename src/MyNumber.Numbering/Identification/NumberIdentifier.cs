using MyNumber.Numbering.Hints;

namespace MyNumber.Numbering.Identification;

/// <summary>Says which kinds of number a text can be. Lengths collide, so the answer is a set.</summary>
/// <remarks>Pure and thread safe; nothing is thrown for any text and the text is not kept.</remarks>
public static class NumberIdentifier
{
    /// <summary>Looks at a text as every kind.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How much is accepted.</param>
    /// <param name="candidates">The kinds, perhaps none.</param>
    /// <returns>Whether there is at least one kind.</returns>
    public static bool TryIdentify(ReadOnlySpan<char> text, NumberStyle style, out NumberCandidates candidates)
    {
        candidates = new NumberCandidates(Confirmed(text, style), Possible(text, style));
        return candidates.All != NumberKinds.None;
    }

    private static NumberKinds Confirmed(ReadOnlySpan<char> text, NumberStyle style)
    {
        NumberKinds kinds = NumberKinds.None;
        Add(ref kinds, NumberKinds.IndividualNumber, IndividualNumber.TryParse(text, style, out _, out _));
        Add(ref kinds, NumberKinds.CorporateNumber, CorporateNumber.TryParse(text, style, out _, out _));
        Add(ref kinds, NumberKinds.ResidentRecordCode, ResidentRecordCode.TryParse(text, style, out _, out _));
        Add(ref kinds, NumberKinds.LocalGovernmentCode, LocalGovernmentCode.TryParse(text, style, out _, out _));
        InsurerNumber.TryParse(text, style, out InsurerNumber insurer, out _);
        Add(ref kinds, NumberKinds.InsurerNumber | NumberKinds.PublicExpensePayer, insurer.Length == 8);
        Add(ref kinds, NumberKinds.NationalHealthInsurer, insurer.Length == 6);
        Add(ref kinds, NumberKinds.InvoiceRegistrationNumber, InvoiceRegistrationNumber.Judge(text, style) == InvoiceRegistrationStanding.Valid);
        return kinds;
    }

    private static NumberKinds Possible(ReadOnlySpan<char> text, NumberStyle style)
    {
        NumberKinds kinds = NumberKinds.None;
        Add(ref kinds, NumberKinds.LongTermCareInsurer, ShapeText.TryReadDigits(text, style, 6, out _));
        Add(ref kinds, NumberKinds.LateElderlyInsured, ShapeText.TryReadDigits(text, style, 8, out _));
        bool tenDigits = BasicPensionNumber.TryParse(text, style, out _, out _);
        Add(ref kinds, NumberKinds.BasicPensionNumber, tenDigits);
        Add(ref kinds, NumberKinds.LongTermCareInsured, tenDigits || ShapeText.IsCareNumberWithLetter(text, style));
        Add(ref kinds, NumberKinds.EmploymentInsurance, IdentifierHints.EmploymentInsurance(text, style) == HintOutcome.Plausible);
        Add(ref kinds, NumberKinds.DriverLicence, IdentifierHints.DriverLicence(text, style) == HintOutcome.Plausible);
        bool registered = ShapeText.TryReadDigits(text, style, 12, out long number) && CorporateNumberStructure.Classify(number).Kind
            is >= CorporateNumberKind.StockCompany and <= CorporateNumberKind.UnclassifiedRegisteredCorporation;
        Add(ref kinds, NumberKinds.CompanyRegistration, registered);
        Add(ref kinds, NumberKinds.InvoiceRegistrationNumber, InvoiceRegistrationNumber.Judge(text, style) == InvoiceRegistrationStanding.MayBeIndividual);
        Add(ref kinds, NumberKinds.ApplicationId, ApplicationId.TryParse(text, style, out _, out _));
        Add(ref kinds, NumberKinds.ResidenceCard, IdentifierHints.ResidenceCard(text, style) == HintOutcome.Plausible);
        return kinds;
    }

    private static void Add(ref NumberKinds kinds, NumberKinds kind, bool fits) => kinds |= fits ? kind : NumberKinds.None;
}
