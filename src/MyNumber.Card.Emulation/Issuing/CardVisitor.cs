namespace MyNumber.Card.Emulation.Issuing;

/// <summary>Who comes to the counter.</summary>
public enum CardVisitor
{
    /// <summary>The holder alone.</summary>
    Holder = 0,

    /// <summary>The holder with the legal representative (法定代理人).</summary>
    HolderWithRepresentative = 1,

    /// <summary>A delegate without the holder (任意代理人).</summary>
    Delegate = 2,
}
