namespace MyNumber.Card.Sessions;

/// <summary>How well a behaviour of the card is known. The official specification is not public.</summary>
public enum FactConfidence
{
    /// <summary>Nobody measured it; the library's own assumption. The value of <see langword="default"/>.</summary>
    Assumed = 0,

    /// <summary>Told by one source.</summary>
    OneSource = 1,

    /// <summary>Told by several sources.</summary>
    Confirmed = 2,
}
