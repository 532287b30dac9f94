using System.CommandLine;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Numbers;

/// <summary>The option <c>--format</c> of verbs that write rows, and what <c>--json</c> means beside it.</summary>
internal sealed class RowFormatOption
{
    private const string Json = "json";

    private readonly Option<string?> _option = new("--format") { Description = "lines (also without the option), csv or json. --json is json too and excludes the others.", HelpName = "lines|csv|json" };

    public RowFormatOption() => _option.AcceptOnlyFromAmong("lines", "csv", Json);

    public void AddTo(Command command) => command.Options.Add(_option);

    /// <summary>Says that another format was asked for beside JSON.</summary>
    public string? Contradiction(ParseResult parsed, VerbContext context) => context.Report.IsJson && parsed.GetValue(_option) is not (null or Json)
        ? context.Language.Pick("--json and another --format exclude each other.", "--json と json 以外の --format は同時に指定できません。")
        : null;

    /// <summary>How the rows are written.</summary>
    public RowFormat Of(ParseResult parsed, VerbContext context) =>
        context.Report.IsJson ? RowFormat.Json : parsed.GetValue(_option) switch { "csv" => RowFormat.Csv, Json => RowFormat.Json, _ => RowFormat.Lines };
}
