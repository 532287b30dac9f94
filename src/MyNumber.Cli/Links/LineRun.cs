using MyNumber.Cli.Contract;
using MyNumber.Cli.Reading;

namespace MyNumber.Cli.Links;

/// <summary>Runs a work over lines of any number in memory of fixed size. A batch ends where the next line would have to be waited for, so that whoever sends line by line is answered line by line.</summary>
internal sealed class LineRun(Stream stream, ILineWork work, VerbContext context)
{
    private readonly LineReader _reader = new(stream, context.Cancellation);
    private long _rows;
    private long _bad;

    /// <summary>Runs to the end.</summary>
    /// <returns>Why reading failed, or <see langword="null"/>.</returns>
    public Exception? Run()
    {
        work.Begin();
        try
        {
            Exception? fault;
            while (Take(out fault) is var count and > 0)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                Answer(count);
            }

            return fault;
        }
        finally
        {
            _reader.Clear();
        }
    }

    /// <summary>The exit code after the last row.</summary>
    public ExitCode Conclude() =>
        _rows == 0 ? context.Report.Fail(ExitCode.Undetermined, ["No row came in."])
        : _bad > 0 ? context.Report.Fail(ExitCode.Refused, [CodeWords.Count(_bad, _rows, context.Language)])
        : ExitCode.Done;

    private int Take(out Exception? fault)
    {
        int count = 0;
        fault = null;
        try
        {
            while (count < ILineWork.Most && (count == 0 || _reader.HasLine) && _reader.TryRead(out ReadOnlySpan<byte> line))
            {
                work.Take(count, line);
                count++;
            }
        }
        catch (Exception caught) when (caught is IOException or UnauthorizedAccessException)
        {
            fault = caught;
        }

        return count;
    }

    private void Answer(int count)
    {
        work.Finish(count);
        for (int place = 0; place < count; place++)
        {
            _bad += work.Answer(place, ++_rows) ? 0 : 1;
        }

        context.Report.Flush();
    }
}
