namespace MyNumber.Numbering.Annotations;

/// <summary>The text is a local government code (全国地方公共団体コード).</summary>
public sealed class LocalGovernmentCodeAttribute : NumberValidationAttribute
{
    /// <summary>Makes the attribute with its message.</summary>
    public LocalGovernmentCodeAttribute()
        : base("The field {0} is not a local government code.")
    {
    }

    private protected override bool IsNumber(string text) => LocalGovernmentCode.TryParse(text, Style, out _, out _);

    private protected override bool IsValue(object value) => value is LocalGovernmentCode { IsEmpty: false };
}
