namespace MyNumber.Jpki.Pdf;

/// <summary>What an incremental update brought (増分更新の種類).</summary>
public enum PdfUpdateKind
{
    /// <summary>Something else than signatures and validation data: the document may look different than when it was signed.</summary>
    Change,

    /// <summary>One further signature or document timestamp, or several, in fields that show nothing.</summary>
    Signature,

    /// <summary>Certificates, lists and answers for a later verification (/DSS), and nothing else.</summary>
    ValidationData,
}
