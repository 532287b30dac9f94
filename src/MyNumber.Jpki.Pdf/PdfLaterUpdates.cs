namespace MyNumber.Jpki.Pdf;

/// <summary>What may follow the revision that a signature covers (署名後の増分更新).</summary>
public enum PdfLaterUpdates
{
    /// <summary>Nothing: the signature covers the file to its last byte.</summary>
    Refuse,

    /// <summary>Further signatures in fields that show nothing, document timestamps, and validation data (/DSS, ISO 32000-2 §12.8.4.3). Any other change is refused.</summary>
    SignaturesAndValidationData,
}
