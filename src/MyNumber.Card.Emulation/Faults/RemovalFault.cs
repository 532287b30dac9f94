namespace MyNumber.Card.Emulation.Faults;

/// <summary>Removes the card at the n-th command, once.</summary>
internal sealed class RemovalFault
{
    private readonly int _command;
    private readonly RemovalMoment _moment;
    private int _seen;

    public RemovalFault(int command, RemovalMoment moment)
    {
        _command = command;
        _moment = moment;
    }

    /// <summary>Counts a command that is about to reach the card.</summary>
    public void Count() => _seen++;

    /// <summary>Whether the counted command is the one, at this moment.</summary>
    public bool Strikes(RemovalMoment moment) => _seen == _command && moment == _moment;
}
