namespace MyNumber.Jpki.Reports;

/// <summary>What an incremental update of a PDF file brought, as it stands in the JSON.</summary>
internal enum ReportUpdate
{
    /// <summary>Something that may show.</summary>
    Change,

    /// <summary>Signatures or document timestamps that show nothing.</summary>
    Signature,

    /// <summary>Validation data.</summary>
    ValidationData,
}
