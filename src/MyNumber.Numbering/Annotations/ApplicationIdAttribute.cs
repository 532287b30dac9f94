namespace MyNumber.Numbering.Annotations;

/// <summary>The text is an application ID (申請書ID).</summary>
public sealed class ApplicationIdAttribute : NumberValidationAttribute
{
    /// <summary>Makes the attribute with its message.</summary>
    public ApplicationIdAttribute()
        : base("The field {0} is not an application ID.")
    {
    }

    private protected override bool IsNumber(string text) => ApplicationId.TryParse(text, Style, out _, out _);

    private protected override bool IsValue(object value) => value is ApplicationId { IsEmpty: false };
}
