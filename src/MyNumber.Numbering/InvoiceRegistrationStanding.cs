namespace MyNumber.Numbering;

/// <summary>What can be said of an invoice registration number without asking the register.</summary>
public enum InvoiceRegistrationStanding
{
    /// <summary>It is not <c>T</c> and thirteen digits. Only the empty value stands so.</summary>
    Malformed = 0,

    /// <summary>The digits are no corporate number: a sole proprietor's number, or a slip. The rule for these is not published, so do not refuse it.</summary>
    MayBeIndividual,

    /// <summary>The digits satisfy the rule of corporate numbers.</summary>
    Valid,
}
