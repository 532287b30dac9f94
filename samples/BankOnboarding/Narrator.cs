namespace BankOnboarding;

/// <summary>Tells each step and keeps count: a step that comes out otherwise than it must is told as such and spoils the exit code.</summary>
internal sealed class Narrator
{
    public bool AllAsExpected { get; private set; } = true;

    public static void Chapter(string title) => Console.WriteLine($"{Environment.NewLine}■ {title}");

    public static void Sent(string what) => Console.WriteLine($"     → {what}");

    /// <summary>One numbered step with what was decided.</summary>
    public void Step(string number, string what, string decided, bool asExpected)
    {
        AllAsExpected &= asExpected;
        Console.WriteLine($"  {number,-3} {what}");
        Console.WriteLine($"     {(asExpected ? "✔" : "✘ 想定外:")} {decided}");
    }
}
