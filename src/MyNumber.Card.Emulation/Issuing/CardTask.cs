namespace MyNumber.Card.Emulation.Issuing;

/// <summary>What somebody has to do after a step: the office decides about the card, and certificates are the authority's matter.</summary>
public enum CardTask
{
    /// <summary>J-LIS makes the card.</summary>
    MakeCard = 0,

    /// <summary>The municipality sends the delivery notice (交付通知書).</summary>
    SendDeliveryNotice = 1,

    /// <summary>The authority issues the signature certificate (署名用電子証明書).</summary>
    IssueSignatureCertificate = 2,

    /// <summary>The authority issues the user-authentication certificate (利用者証明用電子証明書).</summary>
    IssueAuthenticationCertificate = 3,

    /// <summary>The authority puts the certificates on hold (一時保留). A card's hold is never lifted: the certificates are revoked when the stop ends.</summary>
    HoldCertificates = 4,

    /// <summary>The authority revokes all certificates of the card that the step is about (失効). At a delivery that is the card that is replaced, never the new one.</summary>
    RevokeCertificates = 5,

    /// <summary>The authority revokes the signature certificate, whose attributes are no longer true.</summary>
    RevokeSignatureCertificate = 6,

    /// <summary>The terminal sets PINs on the card.</summary>
    SetPins = 7,

    /// <summary>The terminal writes the new entries onto face and chip (追記).</summary>
    WriteEntries = 8,

    /// <summary>The municipality takes the card in and makes it unusable.</summary>
    DestroyCard = 9,
}
