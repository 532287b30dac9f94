namespace MyNumber.Jpki.Pdf;

/// <summary>How strictly PDF signatures are judged. The defaults are strict.</summary>
public sealed record PdfVerificationOptions
{
    /// <summary>What may follow the revision that a signature covers. A document with several signatures needs <see cref="PdfLaterUpdates.SignaturesAndValidationData"/>.</summary>
    public PdfLaterUpdates LaterUpdates { get; init; }

    /// <summary>Whether every signature must have signing-certificate-v2 (CAdES-B). When it is there it is checked in any case.</summary>
    public bool RequiresSigningCertificate { get; init; }
}
