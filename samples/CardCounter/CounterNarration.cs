using MyNumber.Card.Emulation.Issuing;

namespace CardCounter;

/// <summary>Steps of the counter: what is refused, with its reason, and what the office does.</summary>
internal static class CounterNarration
{
    /// <summary>A step that must be refused, with the reason as the counter says it.</summary>
    public static void Refused(this Narrator narrator, string what, string reason, bool asExpected) =>
        narrator.Step($"× {what}", $"断る理由: {reason}", asExpected && reason.Length > 0);

    /// <summary>A step of the office that must be refused for one reason.</summary>
    public static void Refused(this Narrator narrator, string what, CardOutcome outcome, CardRefusal expected) =>
        narrator.Refused(what, $"{CardRefusalText.Japanese(outcome.Refusal)} ({outcome.Refusal})", outcome.Refusal == expected);

    /// <summary>A step of the office that must be done, with what others have to do then.</summary>
    public static void Done(this Narrator narrator, string what, CardOutcome outcome, params CardTask[] expected) =>
        narrator.Step(
            what,
            outcome.IsDone ? $"{Explain.Stage(outcome.Card!.Stage)}、次の作業: {Explain.Tasks(outcome.Tasks)}" : CardRefusalText.Japanese(outcome.Refusal),
            outcome.IsDone && outcome.Tasks.SequenceEqual(expected));
}
