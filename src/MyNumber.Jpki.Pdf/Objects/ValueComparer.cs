namespace MyNumber.Jpki.Pdf.Objects;

/// <summary>Compares values, however they are spelt. References are compared and not followed. Every comparison is charged; when nothing is left, nothing is the same.</summary>
internal sealed class ValueComparer(ReadBudget budget)
{
    private const int BytesPerStep = 64;

    public bool AreSame(PdfValue? one, PdfValue? other)
    {
        if (ReferenceEquals(one, other))
        {
            return true;
        }

        if (one is null || other is null || !budget.TakeSteps() || (one.Kind != other.Kind && !(one.IsNumber && other.IsNumber) && !(one.IsString && other.IsString)))
        {
            return false;
        }

        return one.Kind switch
        {
            PdfKind.Null => true,
            PdfKind.Boolean => one.Integer == other.Integer,
            PdfKind.Integer or PdfKind.Real => one.Number.Equals(other.Number),
            PdfKind.Name => one.Name == other.Name,
            PdfKind.LiteralString or PdfKind.HexString => AreSameStrings(one, other),
            PdfKind.Reference => one.Reference == other.Reference,
            PdfKind.Array => one.Items.Count == other.Items.Count && StartsWith(other, one),
            _ => one.Entries.Count == other.Entries.Count && AreSameBut(one, other, []),
        };
    }

    /// <summary>Whether an array begins with all items of another.</summary>
    public bool StartsWith(PdfValue longer, PdfValue shorter)
    {
        for (int i = 0; i < shorter.Items.Count; i++)
        {
            if (i >= longer.Items.Count || !AreSame(longer.Items[i], shorter.Items[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two dictionaries are the same but for the values of some keys, which may be there or not.</summary>
    public bool AreSameBut(PdfValue old, PdfValue now, HashSet<string> keys)
    {
        if (ReferenceEquals(old, now))
        {
            return true;
        }

        foreach ((string key, PdfValue value) in old.Entries)
        {
            if (!keys.Contains(key) && !AreSame(value, now[key]))
            {
                return false;
            }
        }

        return budget.TakeSteps(now.Entries.Count) && now.Entries.Keys.All(key => keys.Contains(key) || old[key] is not null);
    }

    private bool AreSameStrings(PdfValue one, PdfValue other)
    {
        int lengths = one.Raw.Length + other.Raw.Length;
        if (!budget.TakeSteps(lengths / BytesPerStep))
        {
            return false;
        }

        return one.Raw.Span.SequenceEqual(other.Raw.Span) || (budget.TakeSteps(lengths) && StringDecoder.Decode(one).AsSpan().SequenceEqual(StringDecoder.Decode(other)));
    }
}
