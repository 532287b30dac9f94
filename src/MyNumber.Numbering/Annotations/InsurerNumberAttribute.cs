namespace MyNumber.Numbering.Annotations;

/// <summary>The text is an insurer number (保険者番号).</summary>
public sealed class InsurerNumberAttribute : NumberValidationAttribute
{
    /// <summary>Makes the attribute with its message.</summary>
    public InsurerNumberAttribute()
        : base("The field {0} is not an insurer number.")
    {
    }

    private protected override bool IsNumber(string text) => InsurerNumber.TryParse(text, Style, out _, out _);

    private protected override bool IsValue(object value) => value is InsurerNumber { IsEmpty: false };
}
