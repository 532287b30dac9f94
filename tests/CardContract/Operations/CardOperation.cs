using MyNumber.Card.Pins;

namespace MyNumber.CardContract.Operations;

/// <summary>One call of the card library's public operations, with what must come before it.</summary>
/// <param name="Member">Type and member with the types of its parameters, as the test of completeness writes them.</param>
/// <param name="Description">In which situation it is called.</param>
/// <param name="Run">Makes the call and gives its result.</param>
public sealed record CardOperation(string Member, string Description, Func<CardVisit, Task<object?>> Run)
{
    /// <summary>The reference whose PIN is presented wrongly, if any.</summary>
    public PinReference? WrongPin { get; init; }

    /// <summary>Whether the card is another one afterwards.</summary>
    public bool ChangesCard { get; init; }

    /// <summary>Whether the end of the card may stand in the result instead of an exception.</summary>
    public bool MayTellRemoval { get; init; }

    /// <summary>What the result says to be proven, or <see langword="null"/> when it says nothing of the kind.</summary>
    public Func<object?, string?> Proof { get; init; } = _ => null;

    public override string ToString() => $"{Member}, {Description}";
}
