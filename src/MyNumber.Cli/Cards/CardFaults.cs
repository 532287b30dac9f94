using MyNumber.Card;
using MyNumber.Card.Apdu;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards;

/// <summary>What went wrong between tool and card, in sentences. No exception of the card's library carries a PIN or a personal value.</summary>
internal static class CardFaults
{
    private const uint NoReaderCode = 0x8010_002E;
    private const uint NoCardCode = 0x8010_000C;

    /// <summary>No reader is connected.</summary>
    public static PcscError NoReader { get; } = PcscErrors.Of(NoReaderCode);

    /// <summary>No card is in the reader.</summary>
    public static PcscError NoCard { get; } = PcscErrors.Of(NoCardCode);

    /// <summary>The row of PC/SC's table that the exception stands for, if any.</summary>
    public static PcscError? ErrorOf(CardException fault) => fault switch
    {
        PcscException pcsc => pcsc.Error,
        CardRemovedException => NoCard,
        _ => null,
    };

    /// <summary>What and remedy in one language, with the code's name.</summary>
    public static string Sentence(PcscError error, Language language)
    {
        PcscAdvice advice = language == Language.Japanese ? error.Japanese : error.English;
        return $"{advice.What} {advice.Remedy} ({error.Symbol})";
    }

    /// <summary>Tells the failure: refused when the card answered that it will not, otherwise undetermined.</summary>
    public static ExitCode Tell(CardException fault, VerbContext context) =>
        context.Report.Fail(fault is CardStatusException ? ExitCode.Refused : ExitCode.Undetermined, [Sentence(fault, context.Language)]);

    /// <summary>The sentence of an exception.</summary>
    public static string Sentence(CardException fault, Language language) => fault switch
    {
        _ when ErrorOf(fault) is { } error => Sentence(error, language),
        CardStatusException { Status: var status } refusal when status == StatusWord.NotFound => language.Pick(
            $"The card does not have it{MissingWords.Of(refusal.Operation, language)}. ({refusal.Operation} was answered with {status}.)",
            $"カードにありません{MissingWords.Of(refusal.Operation, language)}。({refusal.Operation} → {status})"),
        CardStatusException refusal => language.Pick(
            $"The card refused: {refusal.Operation} was answered with {refusal.Status}.", $"カードが拒否しました: {refusal.Operation} → {refusal.Status}"),
        CardDataException => language.Pick($"The card's data cannot be understood: {fault.Message}", $"カードのデータを解釈できません: {fault.Message}"),
        _ => language.Pick($"The card cannot be reached: {fault.Message}", $"カードと通信できません: {fault.Message}"),
    };
}
