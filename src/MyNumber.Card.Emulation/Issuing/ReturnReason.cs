namespace MyNumber.Card.Emulation.Issuing;

/// <summary>Why a card is given back (返納).</summary>
public enum ReturnReason
{
    /// <summary>The holder wants no card any more.</summary>
    Wish = 0,

    /// <summary>The holder died.</summary>
    Death = 1,

    /// <summary>The holder departs abroad and does not use the card on.</summary>
    Departure = 2,

    /// <summary>The municipality ordered it, because it was delivered by mistake.</summary>
    Order = 3,
}
