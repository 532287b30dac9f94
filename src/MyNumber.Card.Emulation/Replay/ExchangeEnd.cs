namespace MyNumber.Card.Emulation.Replay;

/// <summary>How an exchange ended.</summary>
internal enum ExchangeEnd
{
    /// <summary>With an answer.</summary>
    Answered = 0,

    /// <summary>The card was gone.</summary>
    Removed = 1,

    /// <summary>Otherwise, below the APDU.</summary>
    Failed = 2,
}
