using System.CommandLine;
using System.Text.Json;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Numbers;
using MyNumber.Cli.Reading;
using MyNumber.Numbering;
using MyNumber.Numbering.Identification;

namespace MyNumber.Cli.Verbs;

/// <summary><c>number identify [VALUE]</c>: which kinds the value can be.</summary>
internal sealed class NumberIdentifyVerb : IVerb
{
    private readonly Argument<string?> _value = ValueSource.Argument("VALUE", "The number");
    private readonly Option<bool> _lenient = new("--lenient") { Description = "Accept full-width digits, spaces and hyphens." };
    private readonly Option<bool> _hints = new("--hints") { Description = "Also name kinds of this shape that have no check digit, or none whose rule is published." };

    public Command Describe() => new("identify", "Say which kinds a number can be: 0 at least one, 1 none.") { _value, _lenient, _hints };

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        NumberStyle style = parsed.GetValue(_lenient) ? NumberStyle.Lenient : NumberStyle.Strict;
        bool hints = parsed.GetValue(_hints);
        AnswerCount count = new();
        foreach ((long line, string text) in ValueSource.Read(parsed.GetValue(_value), context))
        {
            NumberIdentifier.TryIdentify(text, style, out NumberCandidates candidates);
            NumberKinds possible = hints ? candidates.Possible : NumberKinds.None;
            context.Report.Answer(Sentence(line, candidates.Confirmed, possible, context.Language), writer => Write(writer, line, candidates.Confirmed, possible, hints));
            context.Report.Flush();
            count.Add((candidates.Confirmed | possible) == NumberKinds.None ? CheckOutcome.Invalid : CheckOutcome.Valid);
        }

        return count.IsEmpty ? ValueSource.FailEmpty(context) : count.Code;
    }

    private static string Sentence(long line, NumberKinds confirmed, NumberKinds possible, Language language)
    {
        string start = line == 0 ? string.Empty : FormattableString.Invariant($"{line}: ");
        string none = language.Pick("none", "なし");
        string first = $"{language.Pick("check digit fits", "検査用数字が合うもの")}: {Join(KindWords.Sentences(confirmed, language), none)}";
        string second = possible == NumberKinds.None ? string.Empty
            : $"; {language.Pick("shape fits", "形が合うもの")}: {Join(KindWords.Sentences(possible, language), none)}";
        return start + first + second;
    }

    private static string Join(IEnumerable<string> words, string none) => string.Join(", ", words) is { Length: > 0 } joined ? joined : none;

    private static void Write(Utf8JsonWriter writer, long line, NumberKinds confirmed, NumberKinds possible, bool hints)
    {
        if (line != 0)
        {
            writer.WriteNumber("line", line);
        }

        WriteKinds(writer, "confirmed", confirmed);
        if (hints)
        {
            WriteKinds(writer, "possible", possible);
        }
    }

    private static void WriteKinds(Utf8JsonWriter writer, string name, NumberKinds kinds)
    {
        writer.WriteStartArray(name);
        foreach (NumberKinds kind in KindWords.Single(kinds))
        {
            writer.WriteStringValue(kind.ToString());
        }

        writer.WriteEndArray();
    }
}
