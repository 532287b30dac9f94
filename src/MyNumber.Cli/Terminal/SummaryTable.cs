using System.Globalization;
using MyNumber.Cli.Contract;
using Spectre.Console;

namespace MyNumber.Cli.Terminal;

/// <summary>Counts at the end: a table for a person, one line for a program, one object in JSON.</summary>
internal static class SummaryTable
{
    public static void Write(VerbContext context, IReadOnlyList<(string Name, string English, string Japanese, long Count)> counts)
    {
        if (context.Streams.IsOutputTerminal && !context.Report.IsJson)
        {
            Table table = new();
            table.AddColumns([.. counts.Select(count => new TableColumn(context.Language.Pick(count.English, count.Japanese)).RightAligned())]);
            table.AddRow([.. counts.Select(count => count.Count.ToString("N0", CultureInfo.InvariantCulture))]);
            Consoles.For(context.Report.Data).Write(table);
            return;
        }

        string line = string.Join(", ", counts.Select(count => FormattableString.Invariant($"{context.Language.Pick(count.English, count.Japanese)} {count.Count}")));
        context.Report.Answer(line, writer =>
        {
            foreach ((string name, _, _, long count) in counts)
            {
                writer.WriteNumber(name, count);
            }
        });
    }
}
