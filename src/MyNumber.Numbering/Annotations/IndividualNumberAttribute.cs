namespace MyNumber.Numbering.Annotations;

/// <summary>The text is an individual number (個人番号).</summary>
public sealed class IndividualNumberAttribute : NumberValidationAttribute
{
    /// <summary>Makes the attribute with its message.</summary>
    public IndividualNumberAttribute()
        : base("The field {0} is not an individual number.")
    {
    }

    private protected override bool IsNumber(string text) => IndividualNumber.TryParse(text, Style, out _, out _);

    private protected override bool IsValue(object value) => value is IndividualNumber { IsEmpty: false };
}
