using System.CommandLine;
using System.Text.Json;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Numbers;
using MyNumber.Cli.Reading;
using MyNumber.Numbering;

namespace MyNumber.Cli.Verbs;

/// <summary><c>number check KIND [VALUE]</c>: is the value a number of the kind, and if not, why.</summary>
internal sealed class NumberCheckVerb : IVerb
{
    private readonly Argument<string> _kind = new("KIND") { HelpName = "KIND", Description = $"One of: {string.Join(", ", CheckKinds.All.Select(kind => kind.Name))}." };
    private readonly Argument<string?> _value = ValueSource.Argument("VALUE", "The number");
    private readonly Option<bool> _lenient = new("--lenient") { Description = "Accept full-width digits, spaces and hyphens." };

    public NumberCheckVerb() => _kind.AcceptOnlyFromAmong([.. CheckKinds.All.Select(kind => kind.Name)]);

    public Command Describe() => new("check", "Check a number: 0 valid, 1 not valid, 3 nothing certain can be said.") { _kind, _value, _lenient };

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        CheckKind kind = CheckKinds.All.First(row => row.Name == parsed.GetValue(_kind));
        NumberStyle style = parsed.GetValue(_lenient) ? NumberStyle.Lenient : NumberStyle.Strict;
        AnswerCount count = new();
        foreach ((long line, string text) in ValueSource.Read(parsed.GetValue(_value), context))
        {
            CheckAnswer answer = kind.Judge(text, style);
            context.Report.Answer(Sentence(line, kind, answer, context.Language), writer => Write(writer, line, kind, answer, context.Language));
            context.Report.Flush();
            count.Add(answer.Outcome);
        }

        return count.IsEmpty ? ValueSource.FailEmpty(context) : count.Code;
    }

    private static string Sentence(long line, CheckKind kind, CheckAnswer answer, Language language)
    {
        string start = line == 0 ? string.Empty : FormattableString.Invariant($"{line}: ");
        string fault = answer.Fault == NumberFault.None ? string.Empty : $": {answer.Fault} – {NumberWords.Of(answer.Fault, language)}";
        string details = string.Concat(answer.Details.Select(detail => $"; {detail.Name} {detail.Value}"));
        string notes = string.Concat(answer.Notes.Select(note => $"; {NumberWords.Note(note, language)}"));
        return $"{start}{language.Pick(kind.English, kind.Japanese)}: {NumberWords.Of(answer.Outcome, language)}{fault}{details}{notes}";
    }

    private static void Write(Utf8JsonWriter writer, long line, CheckKind kind, CheckAnswer answer, Language language)
    {
        if (line != 0)
        {
            writer.WriteNumber("line", line);
        }

        writer.WriteString("kind", kind.Name);
        writer.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(answer.Outcome.ToString()));
        if (answer.Fault != NumberFault.None)
        {
            writer.WriteString("fault", answer.Fault.ToString());
        }

        writer.WriteString("message", answer.Fault == NumberFault.None ? NumberWords.Of(answer.Outcome, language) : NumberWords.Of(answer.Fault, language));
        foreach ((string name, string value) in answer.Details)
        {
            writer.WriteString(name, value);
        }

        writer.WriteStartArray("notes");
        foreach (string note in answer.Notes)
        {
            writer.WriteStartObject();
            writer.WriteString("code", note);
            writer.WriteString("message", NumberWords.Note(note, language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
