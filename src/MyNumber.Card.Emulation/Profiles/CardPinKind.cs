namespace MyNumber.Card.Emulation.Profiles;

/// <summary>The four PINs that the holder sets at the municipal counter.</summary>
public enum CardPinKind
{
    /// <summary>署名用電子証明書の暗証番号: 6 to 16 capital letters and digits, at least one of each.</summary>
    Signature = 0,

    /// <summary>利用者証明用電子証明書の暗証番号: 4 digits.</summary>
    UserAuthentication = 1,

    /// <summary>住民基本台帳用の暗証番号: 4 digits.</summary>
    Residence = 2,

    /// <summary>券面事項入力補助用の暗証番号: 4 digits.</summary>
    InputSupport = 3,
}
