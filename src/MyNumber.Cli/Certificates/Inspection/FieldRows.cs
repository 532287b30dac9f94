using MyNumber.Cli.Cards;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Services;

namespace MyNumber.Cli.Certificates.Inspection;

/// <summary>What stands in a file, row by row: a name for programs, words for people, a value. What is personal is masked unless the user asked for it.</summary>
internal sealed class FieldRows(VerbContext context, bool showsHolder)
{
    private const string Mask = "***";

    private readonly List<(string Name, string English, string Japanese, string Value)> _rows = [];

    /// <summary>The language of values: in JSON they are the same whoever reads.</summary>
    public Language Language => context.Report.IsJson ? Language.English : context.Language;

    /// <summary>Adds a row; nothing for an absent value. A file's own control characters and turns of direction would be obeyed by a terminal: each is a question mark.</summary>
    public void Add(string name, string english, string japanese, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _rows.Add((name, english, japanese, Shown(value)));
        }
    }

    /// <summary>Adds a row whose value belongs to a person.</summary>
    public void AddPersonal(string name, string english, string japanese, string? value) => Add(name, english, japanese, string.IsNullOrEmpty(value) ? value : Personal(value));

    /// <summary>The value, or the mask.</summary>
    public string Personal(string value) => showsHolder ? value : Mask;

    public ExitCode Tell() => AnswerRows.Succeed(context, [.. _rows]);

    private static string Shown(string value) => string.Concat(value.EnumerateRunes().Select(letter => ShownText.CanShow(letter) ? letter.ToString() : "?"));
}
