namespace MyNumber.Linkage.Messages;

/// <summary>Why the core takes an inquiry not even for refusal.</summary>
public enum ExchangeFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The message is not well formed.</summary>
    Malformed,

    /// <summary>The inquirer that it names is not the one that sent it.</summary>
    OtherCaller,

    /// <summary>The inquiry's id was used for another inquiry.</summary>
    IdIsTaken,

    /// <summary>The time of the request is too far from the core's.</summary>
    WrongTime,

    /// <summary>The core knows no such inquiry of this inquirer.</summary>
    Unknown,
}
