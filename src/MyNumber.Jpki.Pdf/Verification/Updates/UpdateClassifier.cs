using MyNumber.Jpki.Pdf.Objects;
using MyNumber.Jpki.Pdf.Reading;

namespace MyNumber.Jpki.Pdf.Verification.Updates;

/// <summary>Judges one incremental update by what it changed: every object that was there must be the same, but for the places where a signature or validation data is entered.</summary>
internal sealed class UpdateClassifier(PdfFile file)
{
    private readonly ReferenceWalker _references = new();

    /// <summary>What revision <paramref name="revision"/> brought over the one before it.</summary>
    public PdfUpdateKind Classify(int revision)
    {
        UpdateChanges changes = new(file.ViewAt(revision - 1), file.ViewAt(revision));
        bool harmless = KeepsTrailer(changes) && changes.Read() && IsHarmless(changes);
        bool flawed = file.TakeFlaw() != VerificationReason.None;
        return !harmless || flawed ? PdfUpdateKind.Change : changes.Signs ? PdfUpdateKind.Signature : PdfUpdateKind.ValidationData;
    }

    private static bool KeepsTrailer(UpdateChanges changes)
    {
        PdfValue before = changes.Before.Trailer, after = changes.After.Trailer;
        return before["Root"] is { Kind: PdfKind.Reference } && changes.Comparer.AreSame(before["Root"], after["Root"]) && changes.Comparer.AreSame(before["Info"], after["Info"]);
    }

    private bool IsHarmless(UpdateChanges changes)
    {
        NewFieldRule fields = new(changes);
        bool fits = new CatalogRule(changes, fields).Holds() && new PageRule(changes, fields).Holds();
        if (!fits)
        {
            return false;
        }

        EmptyFieldRule.Apply(changes);
        return changes.AreSettled(_references);
    }
}
