namespace MyNumber.Card.Emulation.Faults;

/// <summary>Plays a script: counts commands and tells what strikes the next one. The one core of <see cref="FaultChannel"/> and of the in-process reader.</summary>
/// <remarks>Not thread safe, as a channel is not.</remarks>
internal sealed class FaultEngine
{
    private readonly IReadOnlyList<FaultRule> _rules;
    private readonly int[] _matches;

    public FaultEngine(FaultScript script)
    {
        _rules = script.Rules;
        _matches = new int[_rules.Count];
    }

    /// <summary>Counts a command that is about to be sent.</summary>
    public FaultStep Next(ReadOnlySpan<byte> command)
    {
        List<FaultAction>? struck = null;
        for (int i = 0; i < _rules.Count; i++)
        {
            FaultTrigger trigger = _rules[i].Trigger;
            if (trigger.Matches(command) && trigger.Strikes(++_matches[i]))
            {
                (struck ??= []).Add(_rules[i].Action);
            }
        }

        return new FaultStep(struck);
    }
}
