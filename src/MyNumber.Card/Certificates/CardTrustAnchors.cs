namespace MyNumber.Card.Certificates;

/// <summary>The anchors of a caller, and the check of a card's certificates against them.</summary>
/// <remarks>Immutable and thread safe. A CV certificate has no dates, so a check says who certified a key and never until when.</remarks>
public sealed class CardTrustAnchors
{
    /// <summary>The most certificates in a chain; the card has two.</summary>
    public const int MaximumChainLength = 4;

    private readonly CardTrustAnchor[] _anchors;

    /// <summary>Takes anchors.</summary>
    /// <param name="anchors">The anchors; copied. Two may have one name: a new key under an old name.</param>
    /// <exception cref="ArgumentNullException">The argument is null.</exception>
    public CardTrustAnchors(params IEnumerable<CardTrustAnchor> anchors)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        _anchors = [.. anchors];
    }

    /// <summary>No anchor: every check ends with <see cref="CardIssuerOutcome.UnknownAuthority"/>.</summary>
    public static CardTrustAnchors None { get; } = new();

    /// <summary>Checks a certificate, or a chain from the anchor's side to the last key.</summary>
    /// <param name="purpose">What the anchor must be for.</param>
    /// <param name="chain">One to <see cref="MaximumChainLength"/> certificates; each but the first is signed by the one before.</param>
    /// <returns>The outcome, with the last key when it is verified.</returns>
    /// <exception cref="ArgumentException">No certificate, or too many.</exception>
    public CardIssuerCheck Check(CardAnchorPurpose purpose, params ReadOnlySpan<CardVerifiableCertificate> chain)
    {
        if (chain.Length is 0 or > MaximumChainLength)
        {
            throw new ArgumentException("A chain has one to four certificates.", nameof(chain));
        }

        CardVerifiableCertificate first = chain[0];
        CardTrustAnchor[] named = [.. _anchors.Where(anchor => anchor.Purpose == purpose && anchor.Id == first.Issuer)];
        if (named.Length == 0)
        {
            return new CardIssuerCheck(CardIssuerOutcome.UnknownAuthority, null);
        }

        if (!Array.Exists(named, anchor => first.IsSignedBy(anchor.Key)))
        {
            return new CardIssuerCheck(CardIssuerOutcome.BadSignature, null);
        }

        for (int i = 1; i < chain.Length; i++)
        {
            if (chain[i].Issuer != chain[i - 1].Subject)
            {
                return new CardIssuerCheck(CardIssuerOutcome.BrokenChain, null);
            }

            if (!chain[i].IsSignedBy(chain[i - 1].Key))
            {
                return new CardIssuerCheck(CardIssuerOutcome.BadSignature, null);
            }
        }

        return new CardIssuerCheck(CardIssuerOutcome.Verified, new VerifiedCardIssuer(purpose, chain[^1].Subject, chain[^1].Key));
    }
}
