namespace MyNumber.Card.Emulation.Objects;

/// <summary>Which of the card's key pairs is meant. The JPKI pairs carry certificates and PINs; the others prove that the card is genuine and need none.</summary>
public enum CardKeyPurpose
{
    /// <summary>User authentication (利用者証明用), JPKI key IEF 0017, opened by PIN 0018.</summary>
    UserAuthentication = 0,

    /// <summary>Digital signature (署名用), JPKI key IEF 001A, opened by PIN 001B.</summary>
    Signature = 1,

    /// <summary>The input-support application's own key (内部認証), IEF 0013; its public half stands in EF 0007.</summary>
    InputSupport = 2,

    /// <summary>The surface application's own key, IEF 001A; its public half stands in EF 0001, 0002 and 0005.</summary>
    Surface = 3,

    /// <summary>The common application's key for INTERNAL AUTHENTICATE, IEF 0019; its public half is nowhere on the card (one source).</summary>
    Common = 4,

    /// <summary>The key to which a terminal encrypts a session key; its public half stands in EF 0006 of the input-support application.</summary>
    SessionTransport = 5,
}
