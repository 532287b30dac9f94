namespace MyNumber.Card.Emulation.Faults;

/// <summary>When something goes wrong, and what.</summary>
public sealed record FaultRule
{
    /// <summary>Puts the two together.</summary>
    /// <param name="trigger">Which command.</param>
    /// <param name="action">What goes wrong with it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public FaultRule(FaultTrigger trigger, FaultAction action)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        ArgumentNullException.ThrowIfNull(action);
        Trigger = trigger;
        Action = action;
    }

    /// <summary>Which command.</summary>
    public FaultTrigger Trigger { get; }

    /// <summary>What goes wrong with it.</summary>
    public FaultAction Action { get; }
}
