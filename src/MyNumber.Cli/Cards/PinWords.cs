using MyNumber.Card.Pins;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards;

/// <summary>How an attempt with a PIN ended, in both languages. No sentence has room for the PIN.</summary>
internal static class PinWords
{
    /// <summary>Tells an attempt that did not succeed and gives <see cref="ExitCode.Refused"/>.</summary>
    public static ExitCode Tell(PinName pin, PinVerification attempt, VerbContext context) => Tell(
        pin,
        attempt.Outcome == PinOutcome.MalformedPin ? Of(attempt.Fault, context.Language) : Of(attempt, context.Language),
        attempt.Outcome,
        attempt.TriesLeft,
        context);

    /// <summary>Tells that the new PIN is against its rule.</summary>
    public static ExitCode TellNew(PinName pin, PinFault fault, VerbContext context) => Tell(
        pin, context.Language.Pick("the new one: ", "新しい暗証番号: ") + Of(fault, context.Language), PinOutcome.MalformedPin, null, context);

    /// <summary>What is wrong with a PIN's form.</summary>
    public static string Of(PinFault fault, Language language) => fault switch
    {
        PinFault.TooShort => language.Pick("too short; no try was spent", "短すぎます。回数は消費していません"),
        PinFault.TooLong => language.Pick("too long; no try was spent", "長すぎます。回数は消費していません"),
        PinFault.NeedsLetter => language.Pick("a letter is missing; no try was spent", "英字が必要です。回数は消費していません"),
        PinFault.NeedsDigit => language.Pick("a digit is missing; no try was spent", "数字が必要です。回数は消費していません"),
        _ => language.Pick("a character that is not allowed; no try was spent", "使えない文字があります。回数は消費していません"),
    };

    private static ExitCode Tell(PinName pin, string sentence, PinOutcome outcome, int? left, VerbContext context)
    {
        string text = $"{pin.In(context.Language)}: {sentence}";
        context.Report.Flush();
        context.Report.Refuse(text, writer =>
        {
            writer.WriteString("error", "refused");
            writer.WriteNumber("exitCode", (int)ExitCode.Refused);
            writer.WriteString("pin", pin.Name);
            writer.WriteString("outcome", outcome.ToString());
            if (left is { } tries)
            {
                writer.WriteNumber("triesLeft", tries);
            }

            writer.WriteStartArray("messages");
            writer.WriteStringValue(text);
            writer.WriteEndArray();
        });
        return ExitCode.Refused;
    }

    private static string Of(PinVerification attempt, Language language) => attempt.Outcome switch
    {
        PinOutcome.Blocked => language.Pick("blocked; only the municipal office unblocks it", "ロックされています。市区町村の窓口で初期化が必要です"),
        PinOutcome.RefusedLastTry => language.Pick(
            "one try is left and was not spent; --last-try spends it, and a wrong one blocks it", "残り1回のため照合しませんでした。--last-try を付けると照合し、誤りならロックされます"),
        _ when attempt.TriesLeft is { } left => language.Pick(
            FormattableString.Invariant($"wrong; tries left: {left}"), FormattableString.Invariant($"誤りです。残り {left} 回")),
        _ => language.Pick("wrong", "誤りです"),
    };
}
