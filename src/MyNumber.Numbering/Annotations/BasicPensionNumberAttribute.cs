namespace MyNumber.Numbering.Annotations;

/// <summary>The text is a basic pension number (基礎年金番号).</summary>
public sealed class BasicPensionNumberAttribute : NumberValidationAttribute
{
    /// <summary>Makes the attribute with its message.</summary>
    public BasicPensionNumberAttribute()
        : base("The field {0} is not a basic pension number.")
    {
    }

    private protected override bool IsNumber(string text) => BasicPensionNumber.TryParse(text, Style, out _, out _);

    private protected override bool IsValue(object value) => value is BasicPensionNumber { IsEmpty: false };
}
