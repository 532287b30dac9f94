namespace MyNumber.Card.Emulation.Objects;

/// <summary>Which of the card's JPKI key pairs is meant.</summary>
public enum CardKeyPurpose
{
    /// <summary>User authentication (利用者証明用), key IEF 0017, opened by PIN 0018.</summary>
    UserAuthentication = 0,

    /// <summary>Digital signature (署名用), key IEF 001A, opened by PIN 001B.</summary>
    Signature = 1,
}
