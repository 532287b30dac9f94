using System.Text.Json;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Numbers;

/// <summary>Explains the first bad rows and counts all. No value comes in.</summary>
/// <param name="context">Where it speaks.</param>
/// <param name="most">How many rows are explained.</param>
/// <param name="waits">Whether the explanations wait for <see cref="Release"/>, because a progress bar stands on the screen.</param>
internal sealed class BadRowLog(VerbContext context, long most, bool waits)
{
    private readonly List<Action> _waiting = [];

    /// <summary>All rows that were bad.</summary>
    public long Count { get; private set; }

    /// <summary>The rows that were explained.</summary>
    public long Explained => Math.Min(Count, most);

    /// <summary>Takes a bad row.</summary>
    /// <param name="row">Its number in the file, from 1.</param>
    /// <param name="fault">The code of the reason.</param>
    /// <param name="message">The reason.</param>
    /// <param name="column">The column, from 1, or 0 when the fault is the row's.</param>
    public void Add(long row, string fault, string message, int column = 0)
    {
        if (++Count > most)
        {
            return;
        }

        if (waits)
        {
            _waiting.Add(() => Write(row, fault, message, column));
        }
        else
        {
            Write(row, fault, message, column);
        }
    }

    /// <summary>Writes what waited.</summary>
    public void Release()
    {
        _waiting.ForEach(write => write());
        _waiting.Clear();
    }

    private void Write(long row, string fault, string message, int column)
    {
        string place = column == 0 ? string.Empty : FormattableString.Invariant($", {context.Language.Pick("column", "列")} {column}");
        string text = FormattableString.Invariant($"{context.Language.Pick("row", "行")} {row}{place}: {fault} – {message}");
        context.Report.Answer(text, writer => WriteFields(writer, row, fault, message, column));
    }

    private static void WriteFields(Utf8JsonWriter writer, long row, string fault, string message, int column)
    {
        writer.WriteNumber("row", row);
        if (column != 0)
        {
            writer.WriteNumber("column", column);
        }

        writer.WriteString("fault", fault);
        writer.WriteString("message", message);
    }
}
