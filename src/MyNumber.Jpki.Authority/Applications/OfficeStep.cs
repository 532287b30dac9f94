namespace MyNumber.Jpki.Authority.Applications;

/// <summary>A step that the registry office takes with an application.</summary>
public enum OfficeStep
{
    /// <summary>Application (発行申請): certificates are issued.</summary>
    Apply = 1,

    /// <summary>Delivery (交付) to the holder.</summary>
    Deliver = 2,

    /// <summary>Card and certificates are destroyed before delivery.</summary>
    DestroyBeforeDelivery = 3,

    /// <summary>Change of what is recorded: name, birth date, sex or address (氏名・住所変更).</summary>
    ChangeRecord = 4,

    /// <summary>Death (死亡) or another deletion of the resident's record.</summary>
    ReportDeath = 5,

    /// <summary>Departure abroad (国外転出).</summary>
    LeaveCountry = 6,

    /// <summary>Return of the card (カード返納).</summary>
    ReturnCard = 7,

    /// <summary>Call about a loss (紛失), at any hour of any day: hold (一時保留).</summary>
    ReportLoss = 8,

    /// <summary>A phone was found again: its hold is lifted where that may be.</summary>
    ResumePhone = 9,

    /// <summary>The holder's own wish to do without (失効申請).</summary>
    Stop = 10,

    /// <summary>Report that a private key leaked (秘密鍵の漏えい).</summary>
    ReportCompromise = 11,

    /// <summary>Another application took the place of this one.</summary>
    Replace = 12,

    /// <summary>The card's certificate ended, and with it the phone's.</summary>
    EndWithCard = 13,
}
