namespace MyNumber.Card.Emulation.Faults;

/// <summary>What goes wrong between program and card, as data. Rules that strike the same command are applied in their order.</summary>
/// <remarks>Immutable; how often each rule has matched is kept by the channel that plays the script, so one script can be played many times.</remarks>
public sealed class FaultScript
{
    private readonly FaultRule[] _rules;

    /// <summary>Holds the rules.</summary>
    /// <param name="rules">The rules; none changes nothing.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> or one of them is null.</exception>
    public FaultScript(params IEnumerable<FaultRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = [.. rules];
        foreach (FaultRule rule in _rules)
        {
            ArgumentNullException.ThrowIfNull(rule, nameof(rules));
        }
    }

    /// <summary>The rules in their order.</summary>
    public IReadOnlyList<FaultRule> Rules => _rules;

    /// <summary>A script of one rule.</summary>
    /// <param name="trigger">Which command.</param>
    /// <param name="action">What goes wrong with it.</param>
    /// <returns>The script.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static FaultScript Of(FaultTrigger trigger, FaultAction action) => new(new FaultRule(trigger, action));
}
