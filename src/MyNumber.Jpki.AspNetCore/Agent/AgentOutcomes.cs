namespace MyNumber.Jpki.AspNetCore.Agent;

/// <summary>The words for outcomes on the wire.</summary>
internal static class AgentOutcomes
{
    private static readonly (AgentOutcome Outcome, string Word)[] Words =
    [
        (AgentOutcome.Given, "given"),
        (AgentOutcome.Cancelled, "cancelled"),
        (AgentOutcome.TimedOut, "timed-out"),
        (AgentOutcome.NoCard, "no-card"),
        (AgentOutcome.NoCertificate, "no-certificate"),
        (AgentOutcome.PinBlocked, "pin-blocked"),
        (AgentOutcome.Busy, "busy"),
        (AgentOutcome.Failed, "failed"),
        (AgentOutcome.WrongPin, "wrong-pin"),
    ];

    public static string Write(AgentOutcome outcome) => Array.Find(Words, row => row.Outcome == outcome).Word ?? throw new ArgumentOutOfRangeException(nameof(outcome));

    public static AgentOutcome? Parse(string word) => Array.FindIndex(Words, row => row.Word == word) is var at and >= 0 ? Words[at].Outcome : null;
}
