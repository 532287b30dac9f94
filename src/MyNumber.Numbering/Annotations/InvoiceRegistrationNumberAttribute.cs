namespace MyNumber.Numbering.Annotations;

/// <summary>The text is an invoice registration number (適格請求書発行事業者の登録番号).</summary>
public sealed class InvoiceRegistrationNumberAttribute : NumberValidationAttribute
{
    /// <summary>Makes the attribute with its message.</summary>
    public InvoiceRegistrationNumberAttribute()
        : base("The field {0} is not an invoice registration number.")
    {
    }

    /// <summary>Whether only numbers of corporations pass; false otherwise, as the rule for sole proprietors is not published.</summary>
    public bool CorporationsOnly { get; set; }

    private protected override bool IsNumber(string text) => InvoiceRegistrationNumber.TryParse(text, Style, out InvoiceRegistrationNumber number, out _) && IsAllowed(number);

    private protected override bool IsValue(object value) => value is InvoiceRegistrationNumber { IsEmpty: false } number && IsAllowed(number);

    private bool IsAllowed(InvoiceRegistrationNumber number) => !CorporationsOnly || number.Standing == InvoiceRegistrationStanding.Valid;
}
