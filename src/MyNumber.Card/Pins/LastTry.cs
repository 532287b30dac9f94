namespace MyNumber.Card.Pins;

/// <summary>What to do when one try is left: a wrong PIN then blocks the reference, and only the municipal office unblocks it.</summary>
public enum LastTry
{
    /// <summary>Do not spend it; the answer is <see cref="PinOutcome.RefusedLastTry"/>. The default.</summary>
    Refuse = 0,

    /// <summary>Spend it. The holder was told and chose so.</summary>
    Spend = 1,
}
