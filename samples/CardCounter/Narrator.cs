using MyNumber.Card.Emulation.Issuing;

namespace CardCounter;

/// <summary>Tells each step and keeps count: a step that comes out otherwise than it must is told as such and spoils the exit code.</summary>
internal sealed class Narrator
{
    public bool AllAsExpected { get; private set; } = true;

    public static void Chapter(string title) => Console.WriteLine($"{Environment.NewLine}■ {title}");

    public static void Line(string text) => Console.WriteLine($"     {text}");

    /// <summary>One step with what came out.</summary>
    public void Step(string what, string outcome, bool asExpected)
    {
        AllAsExpected &= asExpected;
        Console.WriteLine($"  {what}");
        Console.WriteLine($"     {(asExpected ? "✔" : "✘ 想定外:")} {outcome}");
    }

    /// <summary>A step that must be refused, with the reason as the counter says it.</summary>
    public void Refused(string what, string reason, bool asExpected) => Step($"× {what}", $"断る理由: {reason}", asExpected && reason.Length > 0);

    /// <summary>A step of the office that must be refused for one reason.</summary>
    public void Refused(string what, CardOutcome outcome, CardRefusal expected) =>
        Refused(what, $"{CardRefusalText.Japanese(outcome.Refusal)} ({outcome.Refusal})", outcome.Refusal == expected);

    /// <summary>A step of the office that must be done, with what others have to do then.</summary>
    public void Done(string what, CardOutcome outcome, params CardTask[] expected) =>
        Step(what, outcome.IsDone ? $"{Explain.Stage(outcome.Card!.Stage)}、次の作業: {Explain.Tasks(outcome.Tasks)}" : CardRefusalText.Japanese(outcome.Refusal),
            outcome.IsDone && outcome.Tasks.SequenceEqual(expected));
}
