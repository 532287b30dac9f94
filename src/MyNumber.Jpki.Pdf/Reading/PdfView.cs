using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>The document as it was when one of its revisions was the last: an object is what the newest row up to then says.</summary>
internal sealed class PdfView(PdfFile file, int revision)
{
    public PdfFile File { get; } = file;

    public PdfRevision Revision => File.Revisions[revision];

    public PdfValue Trailer => Revision.Trailer;

    public PdfValue? Catalog => Trailer["Root"] is { Kind: PdfKind.Reference } root && Resolve(root) is { Kind: PdfKind.Dictionary } catalog ? catalog : File.Flaw<PdfValue>();

    /// <summary>The row for an object, and the revision that wrote it.</summary>
    public (XrefEntry Entry, PdfRevision Revision)? Locate(int number)
    {
        for (int i = revision; i >= 0 && File.Budget.TakeSteps(); i--)
        {
            if (File.Revisions[i].Find(number) is { } entry)
            {
                return (entry, File.Revisions[i]);
            }
        }

        return null;
    }

    /// <summary>The value that a reference leads to, or the value itself; <see langword="null"/> when there is none (ISO 32000-1 §7.3.10 takes that for null).</summary>
    public PdfValue? Resolve(PdfValue? value) => value is { Kind: PdfKind.Reference } ? Find(value.Reference)?.Value : value;

    /// <summary>An object that stands in the file or in an object stream; <see langword="null"/> when it is free, or malformed, which the file notes.</summary>
    public PdfObject? Find(PdfReference reference)
    {
        if (Locate(reference.Number) is not var (entry, writer) || entry.Kind == XrefKind.Free)
        {
            return null;
        }

        if (entry.Kind == XrefKind.InStream)
        {
            return reference.Generation == 0 ? FindInStream(reference, entry) : null;
        }

        if (entry.Detail != reference.Generation)
        {
            return null;
        }

        PdfObject? found = entry.Place < writer.End ? File.ReadAt(entry.Place) : null;
        bool fits = found?.Reference == reference && found.Value.Kind != PdfKind.Reference && found.End <= writer.End;
        return fits ? found : File.Flaw<PdfObject>();
    }

    /// <summary>The object when it stands in the file itself.</summary>
    public PdfObject? FindInFile(PdfReference reference) => Locate(reference.Number) is { Entry.Kind: XrefKind.InFile } ? Find(reference) : null;

    /// <summary>Whether the bytes of a stream end, with endstream and endobj, within the revision that wrote it; else a later revision could go on with them.</summary>
    public bool IsWhole(PdfObject stream) =>
        ObjectReader.StreamData(File.Bytes, stream, Resolve(stream.Value["Length"]), File.Budget, out int end) is not null && end <= Locate(stream.Reference.Number)!.Value.Revision.End;

    private PdfObject? FindInStream(PdfReference reference, XrefEntry entry)
    {
        // A container never stands in another one, so there is no circle to follow.
        if (entry.Place <= 0 || Locate(entry.Place) is not ({ Kind: XrefKind.InFile }, var writer) || Find(new PdfReference(entry.Place, 0)) is not { } container)
        {
            return File.Flaw<PdfObject>();
        }

        return File.ReadStream(container) is { } stream && stream.End <= writer.End && stream.Find(entry.Detail, reference.Number) is { } value
            ? new PdfObject(reference, value, -1, value.End)
            : File.Flaw<PdfObject>();
    }
}
