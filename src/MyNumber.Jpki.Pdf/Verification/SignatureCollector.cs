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
            FormFields? fields = FieldReader.Read(view);
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

            foreach (SignatureField field in fields.Signatures.Where(field => field.Value is not null and not { Kind: PdfKind.Null }))
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

    /// <summary>Whether two signature fields have one name or one signature, or another field has the name of one.</summary>
    private static bool IsRepeated(FormFields form)
    {
        IReadOnlyList<SignatureField> fields = form.Signatures;
        List<PdfReference> values = [.. fields.Where(field => field.Value is { Kind: PdfKind.Reference }).Select(field => field.Value!.Reference)];
        return fields.Any(field => form.Repeated.Contains(field.Name)) || fields.Select(field => field.Name).Distinct(StringComparer.Ordinal).Count() != fields.Count || values.Distinct().Count() != values.Count;
    }
}
