namespace MyNumber.Samples;

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
}
