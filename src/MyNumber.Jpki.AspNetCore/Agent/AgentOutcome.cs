namespace MyNumber.Jpki.AspNetCore.Agent;

/// <summary>What came of asking the holder.</summary>
public enum AgentOutcome
{
    /// <summary>The holder agreed; the answer has what was asked for.</summary>
    Given,

    /// <summary>The holder declined (取消し).</summary>
    Cancelled,

    /// <summary>Nobody answered in time.</summary>
    TimedOut,

    /// <summary>No card was there, or it was taken away.</summary>
    NoCard,

    /// <summary>The card has no such certificate.</summary>
    NoCertificate,

    /// <summary>The PIN is blocked (PINロック); only the counter of the municipality lifts that.</summary>
    PinBlocked,

    /// <summary>The agent serves another request.</summary>
    Busy,

    /// <summary>Something else failed at the card or its reader.</summary>
    Failed,

    /// <summary>The PIN (暗証番号) was wrong twice: the agent ended the request, so that tries remain.</summary>
    WrongPin,
}
