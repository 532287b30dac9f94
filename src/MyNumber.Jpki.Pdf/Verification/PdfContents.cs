using MyNumber.Jpki.Pdf.Reading;

namespace MyNumber.Jpki.Pdf.Verification;

/// <summary>What a PDF file holds of signatures (PDFの署名の一覧), as it stands there. Nothing is verified and nothing of it is believed: for an answer use <see cref="PdfDocumentVerifier"/>.</summary>
/// <remarks>Immutable and thread safe.</remarks>
public sealed class PdfContents
{
    private PdfContents(int revisions, IReadOnlyList<PdfSignatureEntry> signatures) => (Revisions, Signatures) = (revisions, signatures);

    /// <summary>How many revisions (追記) the file has.</summary>
    public int Revisions { get; }

    /// <summary>The signatures of all revisions, document timestamps among them, in the order of the revisions that brought them; empty where there is none.</summary>
    public IReadOnlyList<PdfSignatureEntry> Signatures { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="pdf">The file, at most <see cref="PdfLimits.DocumentLength"/> bytes; it is copied.</param>
    /// <param name="reason">Why not: malformed, over a ceiling, or one field twice; <see cref="VerificationReason.None"/> when it was read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The contents, or <see langword="null"/>. No input throws.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public static PdfContents? Read(ReadOnlyMemory<byte> pdf, out VerificationReason reason, CancellationToken cancellationToken = default)
    {
        reason = VerificationReason.PdfTooLarge;
        if (pdf.Length > PdfLimits.DocumentLength)
        {
            return null;
        }

        PdfFile? file = PdfFile.Read(pdf.ToArray(), out reason, cancellationToken);
        return file is null || SignatureCollector.Collect(file, out reason) is not { } found
            ? null
            : new PdfContents(file.Revisions.Count, [.. found.Select(one => PdfSignatureEntry.Of(file, one))]);
    }

    /// <summary>How much there is.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"PdfContents({Revisions} revisions, {Signatures.Count} signatures)";
}
