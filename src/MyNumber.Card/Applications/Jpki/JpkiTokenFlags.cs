namespace MyNumber.Card.Applications.Jpki;

/// <summary>The flags of CK_TOKEN_INFO (PKCS#11 v2.40 §3.4). A card has 0000040D; other bits are kept as they are.</summary>
[Flags]
public enum JpkiTokenFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>CKF_RNG: it draws random bytes.</summary>
    RandomNumberGenerator = 0x0000_0001,

    /// <summary>CKF_WRITE_PROTECTED.</summary>
    WriteProtected = 0x0000_0002,

    /// <summary>CKF_LOGIN_REQUIRED.</summary>
    LoginRequired = 0x0000_0004,

    /// <summary>CKF_USER_PIN_INITIALIZED.</summary>
    UserPinInitialized = 0x0000_0008,

    /// <summary>CKF_PROTECTED_AUTHENTICATION_PATH.</summary>
    ProtectedAuthenticationPath = 0x0000_0100,

    /// <summary>CKF_TOKEN_INITIALIZED.</summary>
    TokenInitialized = 0x0000_0400,
}
