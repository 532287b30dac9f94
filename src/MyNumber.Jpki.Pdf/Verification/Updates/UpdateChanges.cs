using MyNumber.Jpki.Pdf.Objects;
using MyNumber.Jpki.Pdf.Reading;

namespace MyNumber.Jpki.Pdf.Verification.Updates;

/// <summary>What one update wrote: new objects, and changed ones, each of which must be accounted for by a rule that compared it at its place.</summary>
internal sealed class UpdateChanges(PdfView before, PdfView after)
{
    private readonly HashSet<int> _added = [];
    private readonly HashSet<int> _changed = [];
    private readonly HashSet<int> _accounted = [];
    private readonly HashSet<int> _accountedAlone = [];

    public PdfView Before => before;

    public PdfView After => after;

    public ValueComparer Comparer { get; } = new(after.File.Budget);

    /// <summary>Whether a signature, or a field for one, came.</summary>
    public bool Signs { get; set; }

    public bool IsAdded(PdfReference reference) => _added.Contains(reference.Number);

    /// <summary>Divides what the update wrote into new and changed objects; refuses what is freed, and streams written anew.</summary>
    public bool Read()
    {
        foreach (int number in after.Revision.Sections.SelectMany(section => section.Entries.Keys).Where(number => number != 0))
        {
            XrefEntry entry = after.Revision.Find(number)!.Value;
            if (before.Locate(number) is not ({ Kind: not XrefKind.Free } old, _))
            {
                _added.Add(number);
            }
            else if ((old != entry || entry.Kind != XrefKind.InFile) && !Compare(number, old))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Counts an object as compared where it stands. Pages and fields are referred to from many places.</summary>
    public void Account(PdfReference reference) => _accounted.Add(reference.Number);

    /// <summary>Counts an object as compared where it stands, if it still stands there, and if nothing else refers to it: whatever else used it would see it changed.</summary>
    public void AccountAlone(PdfValue? old, PdfValue? now)
    {
        if (old is { Kind: PdfKind.Reference } && Comparer.AreSame(old, now))
        {
            _accountedAlone.Add(old.Reference.Number);
        }
    }

    /// <summary>Whether everything that changed is accounted for, and nothing came that was referred to and missing before (shadow attack).</summary>
    public bool AreSettled(ReferenceWalker references) =>
        references.Walk(before)
        && _changed.All(number => _accounted.Contains(number) || (_accountedAlone.Contains(number) && references.Count(number) == 1))
        && _added.All(number => references.Count(number) == 0);

    private bool Compare(int number, XrefEntry old)
    {
        PdfReference reference = new(number, old.Kind == XrefKind.InFile ? old.Detail : 0);
        PdfObject? was = before.Find(reference), now = after.Find(reference);
        if (was is null || now is null || was.IsStream || now.IsStream)
        {
            return false;
        }

        if (!Comparer.AreSame(was.Value, now.Value))
        {
            _changed.Add(number);
        }

        return true;
    }
}
