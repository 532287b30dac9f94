namespace MyNumber.Numbering.Annotations;

/// <summary>The text is a corporate number (法人番号).</summary>
public sealed class CorporateNumberAttribute : NumberValidationAttribute
{
    /// <summary>Makes the attribute with its message.</summary>
    public CorporateNumberAttribute()
        : base("The field {0} is not a corporate number.")
    {
    }

    /// <summary>Whether a number passes whose base is not in the table (<see cref="CorporateNumber.Warning"/>); true otherwise, as the table changes.</summary>
    public bool AllowStructureWarning { get; set; } = true;

    private protected override bool IsNumber(string text) => CorporateNumber.TryParse(text, Style, out CorporateNumber number, out _) && IsAllowed(number);

    private protected override bool IsValue(object value) => value is CorporateNumber { IsEmpty: false } number && IsAllowed(number);

    private bool IsAllowed(CorporateNumber number) => AllowStructureWarning || number.Warning == CorporateNumberWarning.None;
}
