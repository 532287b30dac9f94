namespace MyNumber.TestKit;

/// <summary>What an outside program answered.</summary>
public sealed record ProgramOutcome(int ExitCode, string Output, string Error)
{
    /// <summary>Both streams, for a message or a search.</summary>
    public string All => Output + Error;
}
