namespace MyNumber.Jpki.Authority.Applications;

/// <summary>What an application (申請) asked for.</summary>
public enum ApplicationKind
{
    /// <summary>First certificates of a card (新規発行).</summary>
    Issue = 1,

    /// <summary>New certificates in place of those that end soon (更新).</summary>
    Renewal = 2,

    /// <summary>A new signature certificate beside the user-authentication certificate that stays, as after a change of name or address.</summary>
    Signature = 3,

    /// <summary>New certificates after those before were revoked: a card that was found again, a compromised key, a holder who wants them again (再発行).</summary>
    Reissue = 4,

    /// <summary>Certificates for a phone (移動端末設備用電子証明書).</summary>
    Phone = 5,

    /// <summary>A new signature certificate for a phone after its hold.</summary>
    PhoneSignature = 6,
}
