namespace MyNumber.Numbering.Annotations;

/// <summary>The text is a resident record code (住民票コード).</summary>
public sealed class ResidentRecordCodeAttribute : NumberValidationAttribute
{
    /// <summary>Makes the attribute with its message.</summary>
    public ResidentRecordCodeAttribute()
        : base("The field {0} is not a resident record code.")
    {
    }

    private protected override bool IsNumber(string text) => ResidentRecordCode.TryParse(text, Style, out _, out _);

    private protected override bool IsValue(object value) => value is ResidentRecordCode { IsEmpty: false };
}
