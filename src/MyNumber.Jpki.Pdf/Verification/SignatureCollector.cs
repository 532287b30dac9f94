using MyNumber.Jpki.Pdf.Objects;
using MyNumber.Jpki.Pdf.Reading;

namespace MyNumber.Jpki.Pdf.Verification;

/// <summary>Finds the signatures of every revision, so that none is hidden by a later one, and each is read as it was when it was made.</summary>
internal static class SignatureCollector
{
    public static List<FoundSignature>? Collect(PdfFile file, out VerificationReason reason)
    {
        List<FoundSignature> found = [];
        HashSet<(PdfReference, int)> known = [];
        for (int revision = 0; revision < file.Revisions.Count; revision++)
        {
            PdfView view = file.ViewAt(revision);
            IReadOnlyList<SignatureField>? fields = FieldReader.Read(view)?.Signatures;
            reason = file.TakeFlaw();
            if (fields is null || reason != VerificationReason.None)
            {
                reason = reason == VerificationReason.None ? VerificationReason.PdfMalformed : reason;
                return null;
            }

            if (IsRepeated(fields))
            {
                reason = VerificationReason.PdfSignatureFieldRepeated;
                return null;
            }

            foreach (SignatureField field in fields.Where(field => field.Value is not null and not { Kind: PdfKind.Null }))
            {
                PdfObject? dictionary = field.Value!.Kind == PdfKind.Reference ? view.FindInFile(field.Value.Reference) : null;
                if (known.Add((field.Reference, dictionary?.Value.Start ?? -1)))
                {
                    found.Add(new FoundSignature(field.Name, revision, dictionary));
                }
            }

            reason = found.Count > PdfLimits.Signatures ? VerificationReason.PdfTooLarge : file.TakeFlaw();
            if (reason != VerificationReason.None)
            {
                return null;
            }
        }

        reason = VerificationReason.None;
        return found;
    }

    private static bool IsRepeated(IReadOnlyList<SignatureField> fields)
    {
        List<PdfReference> values = [.. fields.Where(field => field.Value is { Kind: PdfKind.Reference }).Select(field => field.Value!.Reference)];
        return fields.Select(field => field.Name).Distinct(StringComparer.Ordinal).Count() != fields.Count || values.Distinct().Count() != values.Count;
    }
}
