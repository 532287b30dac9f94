namespace MyNumber.Card.Certificates;

/// <summary>The check of a card's CV certificates against a caller's anchors.</summary>
/// <remarks>Immutable. <see langword="default"/> is no check.</remarks>
public readonly struct CardIssuerCheck
{
    internal CardIssuerCheck(CardIssuerOutcome outcome, VerifiedCardIssuer? issuer)
    {
        Outcome = outcome;
        Issuer = issuer;
    }

    /// <summary>How it ended.</summary>
    public CardIssuerOutcome Outcome { get; }

    /// <summary>The key that signed the card's files; <see langword="null"/> unless the outcome is <see cref="CardIssuerOutcome.Verified"/>.</summary>
    public VerifiedCardIssuer? Issuer { get; }

    /// <summary>The outcome and the key's name.</summary>
    /// <returns>Such as <c>Verified: 1310100/000</c> or <c>UnknownAuthority</c>.</returns>
    public override string ToString() => Issuer is null ? $"{Outcome}" : $"{Outcome}: {Issuer}";
}
