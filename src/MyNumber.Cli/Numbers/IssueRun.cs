using MyNumber.Cli.Contract;
using MyNumber.Cli.Terminal;

namespace MyNumber.Cli.Numbers;

/// <summary>Writes the rows of a maker.</summary>
internal static class IssueRun
{
    private const int Batch = 4096;

    public static void Write(IRowMaker maker, long first, long count, RowFormat format, VerbContext context)
    {
        RowWriter writer = new(context.Report.Data, format, maker.Columns, maker.Widths);
        writer.WriteHeader();

        // Rows and a bar on one screen would overwrite each other.
        if (context.Streams.IsOutputTerminal)
        {
            WriteRows(maker, first, count, writer, context.Cancellation, _ => { });
        }
        else
        {
            ProgressBar.Run(context, "issue", count, tell => WriteRows(maker, first, count, writer, context.Cancellation, tell));
        }
    }

    private static long WriteRows(IRowMaker maker, long first, long count, RowWriter writer, CancellationToken cancellation, Action<long> tell)
    {
        int pitch = maker.Widths.Sum();
        char[] rows = new char[Batch * pitch];
        for (long done = 0; done < count;)
        {
            cancellation.ThrowIfCancellationRequested();
            int batch = (int)Math.Min(Batch, count - done);
            maker.Make(first + done, rows, batch);
            for (int i = 0; i < batch; i++)
            {
                writer.Write(rows.AsSpan(i * pitch, pitch));
            }

            done += batch;
            tell(done);
        }

        return count;
    }
}
