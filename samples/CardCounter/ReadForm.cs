using MyNumber.Card.Applications.InputSupport;

namespace CardCounter;

/// <summary>What was read at the counter once and verified; each affair gets its own fields of it and no other.</summary>
internal sealed class ReadForm(InputSupportReading reading)
{
    /// <summary>Fills an affair's form, or gives <see langword="null"/> when it asks for a number that it may not use.</summary>
    public IReadOnlyDictionary<AffairField, string>? Fill(Affair affair) =>
        affair.Fields.Contains(AffairField.IndividualNumber) && !affair.UsesNumber ? null : affair.Fields.ToDictionary(field => field, ValueOf);

    /// <summary>The number stays masked here: a business system would take it by <c>Reveal</c>.</summary>
    private string ValueOf(AffairField field) => field switch
    {
        AffairField.Name => reading.Attributes!.Name,
        AffairField.Address => reading.Attributes!.Address,
        AffairField.BirthDate => reading.Attributes!.BirthDate.ToCardForm(),
        AffairField.Sex => Explain.Of(reading.Attributes!.Sex),
        _ => reading.Number.IsEmpty ? string.Empty : "個人番号 (伏せ字)",
    };
}
