namespace MyNumber.Card.Emulation.Issuing;

/// <summary>Where a card is in its life (個人番号カードの発行・管理).</summary>
public enum CardStage
{
    /// <summary>Asked for (交付申請).</summary>
    Applied = 0,

    /// <summary>Made by J-LIS and sent to the municipality.</summary>
    Made = 1,

    /// <summary>The delivery notice (交付通知書 兼 照会書) was sent.</summary>
    Notified = 2,

    /// <summary>Delivered (交付) and in use.</summary>
    InUse = 3,

    /// <summary>Stopped for the time being (一時停止).</summary>
    Stopped = 4,

    /// <summary>Its last day is over (有効期限).</summary>
    Expired = 5,

    /// <summary>Void (失効): lost and to be replaced, or replaced.</summary>
    Void = 6,

    /// <summary>Given back (返納).</summary>
    Returned = 7,

    /// <summary>The application was withdrawn before delivery.</summary>
    Withdrawn = 8,
}
