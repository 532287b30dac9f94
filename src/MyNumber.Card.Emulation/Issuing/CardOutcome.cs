namespace MyNumber.Card.Emulation.Issuing;

/// <summary>How a step ended: done, with what others have to do, or refused for a reason.</summary>
public sealed class CardOutcome
{
    private CardOutcome(CardRefusal refusal, CardCase? card, IReadOnlyList<CardTask> tasks)
    {
        Refusal = refusal;
        Card = card;
        Tasks = tasks;
    }

    /// <summary>Whether it was done.</summary>
    public bool IsDone => Refusal == CardRefusal.None;

    /// <summary>Why not.</summary>
    public CardRefusal Refusal { get; }

    /// <summary>How the card stands after the step; as before when it was refused, and <see langword="null"/> when there is none.</summary>
    public CardCase? Card { get; }

    /// <summary>What others have to do, in this order; empty when refused.</summary>
    public IReadOnlyList<CardTask> Tasks { get; }

    /// <summary>The outcome without anything personal.</summary>
    /// <returns>Such as <c>done: SetPins</c> or <c>refused: Stopped</c>.</returns>
    public override string ToString() => IsDone ? $"done: {string.Join(", ", Tasks)}" : $"refused: {Refusal}";

    internal static CardOutcome Done(CardCase card, params IEnumerable<CardTask> tasks) => new(CardRefusal.None, card, [.. tasks]);

    internal static CardOutcome Refused(CardRefusal refusal, CardCase? card = null) => new(refusal, card, []);
}
