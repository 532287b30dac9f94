using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>Follows the chain of cross-reference sections from the end of the file, and finds where each revision ends.</summary>
internal sealed class RevisionReader(ReadOnlyMemory<byte> file, ReadBudget budget)
{
    private const int TailLength = 64;

    /// <summary>The revisions, the oldest first.</summary>
    public List<PdfRevision>? Read(out VerificationReason reason)
    {
        reason = VerificationReason.PdfMalformed;
        if (FindStart() is not { } offset || ReadChain(offset, ref reason) is not { } chain)
        {
            reason = budget.IsSpent ? VerificationReason.PdfTooLarge : reason;
            return null;
        }

        List<PdfRevision>? revisions = Divide(chain);
        reason = budget.IsSpent ? VerificationReason.PdfTooLarge : revisions is null ? VerificationReason.PdfMalformed : VerificationReason.None;
        return reason == VerificationReason.None ? revisions : null;
    }

    private long? FindStart()
    {
        ReadOnlySpan<byte> bytes = file.Span;
        int end = bytes.Length;
        while (end > 0 && Characters.IsSpace(bytes[end - 1]))
        {
            end--;
        }

        int from = Math.Max(0, end - TailLength), found = bytes[from..end].LastIndexOf("startxref"u8);
        return found >= 0 && ReadTail(from + found) is var (start, stop) && stop == end ? start : null;
    }

    /// <summary>startxref, a number and %%EOF.</summary>
    private (long Start, int End)? ReadTail(int position)
    {
        TokenReader tokens = new(file, position, budget);
        tokens.SkipSpace();
        if (!tokens.Take("startxref"u8))
        {
            return null;
        }

        tokens.SkipBlank();
        if (tokens.TakeDigits() is not { } start)
        {
            return null;
        }

        tokens.SkipBlank();
        return file.Span[tokens.Position..].StartsWith("%%EOF"u8) ? (start, tokens.Position + 5) : null;
    }

    /// <summary>The sections, the newest first. Offsets fall strictly, but for the last one of a linearized document.</summary>
    private List<XrefSection>? ReadChain(long offset, ref VerificationReason reason)
    {
        List<XrefSection> chain = [];
        for (long? next = offset; next is { } at;)
        {
            if (chain.Count > PdfLimits.Revisions)
            {
                budget.Spend();
                return null;
            }

            bool falls = chain.Count == 0 || at < chain[^1].Start || (at > chain[^1].Start && (chain.Count == 1 || at < chain[^2].Start));
            bool wasLast = chain.Count > 1 && chain[^1].Start > chain[^2].Start;
            if (!falls || wasLast || XrefReader.Read(file, at, budget) is not { } section)
            {
                return null;
            }

            chain.Add(section);
            if (section.Trailer["Encrypt"] is not null || section.Trailer["XRefStm"] is not null)
            {
                reason = section.Trailer["Encrypt"] is not null ? VerificationReason.PdfEncrypted : VerificationReason.PdfFeatureNotAccepted;
                return null;
            }

            PdfValue? previous = section.Trailer["Prev"];
            if (previous is not null && previous.Kind != PdfKind.Integer)
            {
                return null;
            }

            next = previous?.Integer;
        }

        return chain;
    }

    private List<PdfRevision>? Divide(List<XrefSection> chain)
    {
        List<PdfRevision> revisions = [];
        bool linearized = chain.Count > 1 && chain[^1].Start > chain[^2].Start;
        int first = chain.Count - (linearized ? 2 : 1);
        int most = 0;
        for (int i = first; i >= 0; i--)
        {
            XrefSection[] sections = i == first ? [.. chain.Skip(first)] : [chain[i]];
            if (ReadTail(sections[^1].End) is not var (start, end) || start != sections[0].Start || (revisions.Count != 0 && chain[i].Start < revisions[^1].End) || !CountsAll(sections, ref most))
            {
                return null;
            }

            revisions.Add(new PdfRevision(sections, end));
        }

        TokenReader rest = new(file, revisions[^1].End, budget);
        rest.SkipBlank();
        return rest.Position == file.Length ? revisions : null;
    }

    /// <summary>Whether /Size is above every number that a row was written for up to now. Those from it on do not exist (ISO 32000-1 table 15): a later update with a greater /Size would bring them back.</summary>
    private static bool CountsAll(XrefSection[] sections, ref int most)
    {
        most = sections.SelectMany(section => section.Entries.Keys).Append(most).Max();
        return sections[0].Trailer["Size"]!.Integer > most;
    }
}
