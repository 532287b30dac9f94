namespace MyNumber.Numbering.Bulk;

/// <summary>Validates numbers of a stream of any size, in memory that does not grow with it: lines, or records of fixed width.</summary>
/// <remarks>Over <see cref="BulkValidator"/>, in pieces of about a million bytes, so the verdict on a row is the one that parsing it alone would give. Nothing about the data throws;
/// what the stream throws passes through. The buffer, which held numbers, is cleared. Thread safe for different streams.</remarks>
public static class BulkStream
{
    /// <summary>The widest record, 1,048,576 bytes: a ceiling of this library on its buffer.</summary>
    public const int MaximumStride = 1 << 20;

    /// <summary>Validates lines that end in LF or CR LF, also mixed.</summary>
    /// <param name="kind">Which number.</param>
    /// <param name="stream">UTF-8 text; stays the caller's and open. A byte order mark at its start is passed over.</param>
    /// <param name="badRow">Called for every bad row, in order; the index counts from 0 at the start of the stream. A line without end is one bad row and costs no memory.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The counts. A last line without an end is a row; nothing after the last line end is none.</returns>
    /// <exception cref="ArgumentNullException">No stream.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is unknown.</exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    public static ValueTask<BulkCount> ValidateLinesAsync(BulkNumberKind kind, Stream stream, Action<BadRow>? badRow = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _ = BulkBlocks.Length(kind);
        return RunAsync(new StreamRows(kind, badRow), stream, cancellationToken);
    }

    /// <summary>Validates records of fixed width.</summary>
    /// <param name="kind">Which number.</param>
    /// <param name="stream">The records, one after another; stays the caller's and open. A last one may be cut short. No byte order mark is passed over.</param>
    /// <param name="stride">Bytes from one record to the next, line ends counted; at most <see cref="MaximumStride"/>.</param>
    /// <param name="offset">Where in its record the number starts. Bytes outside the number may be anything.</param>
    /// <param name="badRow">Called for every bad row, in order; the index counts from 0 at the start of the stream.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The counts.</returns>
    /// <exception cref="ArgumentNullException">No stream.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A record of that width has no room for the number or is too wide, or the kind is unknown.</exception>
    /// <exception cref="OperationCanceledException">The token was set.</exception>
    public static ValueTask<BulkCount> ValidateRecordsAsync(
        BulkNumberKind kind, Stream stream, int stride, int offset = 0, Action<BadRow>? badRow = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stride, MaximumStride);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride - (long)offset, BulkBlocks.Length(kind), nameof(stride));
        return RunAsync(new StreamRows(kind, badRow, stride, offset), stream, cancellationToken);
    }

    private static async ValueTask<BulkCount> RunAsync(StreamRows rows, Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                int read = await stream.ReadAsync(rows.Free, cancellationToken).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                rows.Take(read);
                if (read == 0)
                {
                    return rows.Count;
                }
            }
        }
        finally
        {
            rows.Clear();
        }
    }
}
