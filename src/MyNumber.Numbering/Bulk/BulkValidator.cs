namespace MyNumber.Numbering.Bulk;

/// <summary>Validates numbers by the million in UTF-8 buffers, without allocating: records of fixed width, or lines.</summary>
/// <remarks>Strict ASCII digits only. The verdict on a row is the one that parsing it alone would give. Thread safe; the buffers belong to the caller.
/// With AVX2 eight rows are checked at a time, elsewhere in vectors of sixteen bytes; the Arm instructions of that path have not been run.</remarks>
public static class BulkValidator
{
    /// <summary>Finds the bad rows among records of fixed width.</summary>
    /// <param name="kind">Which number.</param>
    /// <param name="records">The records, one after another; a last one may be cut short.</param>
    /// <param name="stride">Bytes from one record to the next: 12 for packed individual numbers, 13 with a line feed, up to any width.</param>
    /// <param name="offset">Where in its record the number starts. Bytes outside the number may be anything.</param>
    /// <returns>The walk over the bad rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A record of that width has no room for the number, or the kind is unknown.</exception>
    public static BadRows FindBadRecords(BulkNumberKind kind, ReadOnlySpan<byte> records, int stride, int offset = 0) =>
        new(kind, BulkPaths.Best, records, stride, offset);

    /// <summary>Finds the bad rows among lines that end in LF or CR LF, also mixed.</summary>
    /// <param name="kind">Which number.</param>
    /// <param name="lines">The lines. An empty line is a bad row; nothing after the last line end is no row.</param>
    /// <param name="isFinal">Whether a last line without an end is a row; otherwise it is left for the next buffer, see <see cref="BadRows.BytesConsumed"/>.</param>
    /// <returns>The walk over the bad rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind is unknown.</exception>
    public static BadRows FindBadLines(BulkNumberKind kind, ReadOnlySpan<byte> lines, bool isFinal = true) => new(kind, BulkPaths.Best, lines, isFinal);

    /// <summary>Counts rows and bad rows.</summary>
    /// <param name="rows">A walk that has not begun.</param>
    /// <returns>The counts.</returns>
    public static BulkCount Count(BadRows rows)
    {
        long bad = 0;
        while (rows.MoveNext())
        {
            bad++;
        }

        return new BulkCount(rows.RowsRead, bad);
    }

    /// <summary>Writes a reason for every row.</summary>
    /// <param name="rows">A walk that has not begun.</param>
    /// <param name="faults">One place per row, the caller's; overwritten as a whole, <see cref="NumberFault.None"/> for a valid row and beyond the last.</param>
    /// <returns>The counts.</returns>
    /// <exception cref="ArgumentException">There are bad rows beyond the last place.</exception>
    public static BulkCount Mark(BadRows rows, Span<NumberFault> faults)
    {
        faults.Clear();
        long bad = 0;
        while (rows.MoveNext())
        {
            if (rows.Current.Index >= faults.Length)
            {
                throw new ArgumentException("There are more rows than places for their reasons.", nameof(faults));
            }

            faults[(int)rows.Current.Index] = rows.Current.Fault;
            bad++;
        }

        return new BulkCount(rows.RowsRead, bad);
    }
}
