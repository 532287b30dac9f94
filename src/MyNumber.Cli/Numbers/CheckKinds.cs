using System.Globalization;
using MyNumber.Numbering;
using MyNumber.Numbering.Hints;

namespace MyNumber.Cli.Numbers;

/// <summary>All kinds that can be checked.</summary>
internal static class CheckKinds
{
    public static IReadOnlyList<CheckKind> All { get; } =
    [
        new("individual", "individual number", "個人番号", Individual),
        new("corporate", "corporate number", "法人番号", Corporate),
        new("resident-record", "resident record code", "住民票コード", ResidentRecord),
        new("local-government", "local government code", "全国地方公共団体コード", LocalGovernment),
        new("insurer", "insurer number", "保険者番号", Insurer),
        new("basic-pension", "basic pension number", "基礎年金番号", BasicPension),
        new("application-id", "application ID", "申請書ID", Application),
        new("invoice", "invoice registration number", "適格請求書発行事業者の登録番号", Invoice),
        new("driver-licence", "driver's licence number", "運転免許証番号", (text, style) => Hint(IdentifierHints.DriverLicence(text, style))),
        new("residence-card", "residence card number", "在留カード番号", (text, style) => Hint(IdentifierHints.ResidenceCard(text, style))),
        new("employment-insurance", "employment insurance number", "雇用保険被保険者番号", (text, style) => Hint(IdentifierHints.EmploymentInsurance(text, style))),
    ];

    private static CheckAnswer Individual(ReadOnlySpan<char> text, NumberStyle style)
    {
        IndividualNumber.TryParse(text, style, out IndividualNumber number, out NumberFault fault);
        return CheckAnswer.Of(fault, CheckOutcome.Valid) with { Notes = number.IsPlaceholder ? [NumberWords.Placeholder] : [] };
    }

    private static CheckAnswer Corporate(ReadOnlySpan<char> text, NumberStyle style)
    {
        bool isNumber = CorporateNumber.TryParse(text, style, out CorporateNumber number, out NumberFault fault);
        return CheckAnswer.Of(fault, CheckOutcome.Valid) with
        {
            Notes = number.Warning == CorporateNumberWarning.None ? [] : [number.Warning.ToString()],
            Details = isNumber ? [("corporateKind", number.Kind.ToString())] : [],
        };
    }

    private static CheckAnswer ResidentRecord(ReadOnlySpan<char> text, NumberStyle style)
    {
        ResidentRecordCode.TryParse(text, style, out ResidentRecordCode code, out NumberFault fault);
        List<string> notes = [];
        AddIf(notes, code.IsPlaceholder, NumberWords.Placeholder);
        AddIf(notes, code.RestsOnInferredEdge, NumberWords.InferredEdge);
        return CheckAnswer.Of(fault, CheckOutcome.Valid) with { Notes = notes };
    }

    private static CheckAnswer LocalGovernment(ReadOnlySpan<char> text, NumberStyle style)
    {
        bool isCode = LocalGovernmentCode.TryParse(text, style, out LocalGovernmentCode code, out NumberFault fault);
        return CheckAnswer.Of(fault, CheckOutcome.Valid) with
        {
            Notes = isCode ? [NumberWords.ObservedRule] : [],
            Details = isCode
                ? [("prefecture", code.Prefecture.ToString("00", CultureInfo.InvariantCulture)), ("observedCorporateNumber", code.DeriveObservedCorporateNumber().ToString())]
                : [],
        };
    }

    private static CheckAnswer Insurer(ReadOnlySpan<char> text, NumberStyle style)
    {
        bool isNumber = InsurerNumber.TryParse(text, style, out InsurerNumber number, out NumberFault fault);
        return CheckAnswer.Of(fault, CheckOutcome.Valid) with { Details = isNumber ? [("prefecture", number.Prefecture.ToString("00", CultureInfo.InvariantCulture))] : [] };
    }

    private static CheckAnswer BasicPension(ReadOnlySpan<char> text, NumberStyle style)
    {
        BasicPensionNumber.TryParse(text, style, out BasicPensionNumber number, out NumberFault fault);
        return CheckAnswer.Of(fault, CheckOutcome.WellFormed) with { Notes = number.IsPlaceholder ? [NumberWords.Placeholder] : [] };
    }

    private static CheckAnswer Application(ReadOnlySpan<char> text, NumberStyle style)
    {
        MyNumber.Numbering.ApplicationId.TryParse(text, style, out _, out NumberFault fault);
        return CheckAnswer.Of(fault, CheckOutcome.WellFormed);
    }

    private static CheckAnswer Invoice(ReadOnlySpan<char> text, NumberStyle style)
    {
        bool isNumber = InvoiceRegistrationNumber.TryParse(text, style, out InvoiceRegistrationNumber number, out NumberFault fault);
        bool isCorporate = number.Standing == InvoiceRegistrationStanding.Valid;
        return CheckAnswer.Of(fault, isCorporate ? CheckOutcome.Valid : CheckOutcome.Plausible) with
        {
            Notes = isNumber && !isCorporate ? [NumberWords.MayBeIndividual] : [],
            Details = [("standing", number.Standing.ToString())],
        };
    }

    private static CheckAnswer Hint(HintOutcome hint) => hint switch
    {
        HintOutcome.NotThisShape => new CheckAnswer(CheckOutcome.Invalid, NumberFault.WrongStructure),
        HintOutcome.Implausible => new CheckAnswer(CheckOutcome.Implausible, NumberFault.None) { Notes = [NumberWords.HintOnly] },
        _ => new CheckAnswer(CheckOutcome.Plausible, NumberFault.None) { Notes = [NumberWords.HintOnly] },
    };

    private static void AddIf(List<string> notes, bool applies, string note)
    {
        if (applies)
        {
            notes.Add(note);
        }
    }
}
