using MyNumber.Jpki.Pdf.Objects;
using MyNumber.Jpki.Pdf.Reading;

namespace MyNumber.Jpki.Pdf.Verification.Updates;

/// <summary>An empty signature field that was there may get its signature, which is a new object with the keys of one and so nothing that a page could use.</summary>
internal static class EmptyFieldRule
{
    private static readonly HashSet<string> _keys = new(["V"], StringComparer.Ordinal);
    private static readonly HashSet<string> _signatureKeys = new(
        ["Type", "Filter", "SubFilter", "Contents", "Cert", "ByteRange", "Reference", "Changes", "Name", "M", "Location", "Reason", "ContactInfo", "R", "V", "Prop_Build", "Prop_AuthTime", "Prop_AuthType"],
        StringComparer.Ordinal);

    /// <summary>Accounts for the fields that were signed.</summary>
    public static void Apply(UpdateChanges changes)
    {
        foreach (SignatureField field in (FieldReader.Read(changes.Before)?.Signatures ?? []).Where(field => field.Value is null))
        {
            if (changes.After.Find(field.Reference)?.Value is { } now && now["V"] is { Kind: PdfKind.Reference } value && IsNewSignature(changes, value.Reference)
                && changes.Comparer.AreSameBut(field.Dictionary, now, _keys))
            {
                changes.Signs = true;
                changes.Account(field.Reference);
            }
        }
    }

    private static bool IsNewSignature(UpdateChanges changes, PdfReference reference) =>
        changes.IsAdded(reference) && changes.After.FindInFile(reference) is { IsStream: false, Value: { Kind: PdfKind.Dictionary } signature } && signature.Entries.Keys.All(_signatureKeys.Contains);
}
