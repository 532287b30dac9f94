namespace MyNumber.Numbering.CorporateList;

/// <summary>How a list is read.</summary>
public sealed class CorporateListOptions
{
    /// <summary>The characters of the file.</summary>
    public CorporateListEncoding Encoding { get; init; }

    /// <summary>Whether reading ends after the first bad row; otherwise bad rows are reported and passed over.</summary>
    public bool StopAtBadRow { get; init; }
}
