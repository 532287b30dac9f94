namespace MyNumber.Card.Emulation.Issuing;

/// <summary>Why another card is made (再交付, 更新).</summary>
public enum ReissueReason
{
    /// <summary>Lost or stolen: the old card is void at once.</summary>
    Loss = 0,

    /// <summary>Damaged: the old card is brought and taken in, and its certificates are revoked when the new card's are issued.</summary>
    Damage = 1,

    /// <summary>Its last day comes, and its certificates are revoked when the new card's are issued; or it is over, and they lapsed by themselves.</summary>
    Expiry = 2,
}
