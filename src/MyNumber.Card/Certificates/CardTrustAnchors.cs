namespace MyNumber.Card.Certificates;

/// <summary>The anchors of a caller, and the check of a card's certificates against them.</summary>
/// <remarks>Immutable and thread safe. A CV certificate has no dates, so a check says who certified a key and never until when.</remarks>
public sealed class CardTrustAnchors
{
    // Anchor → municipality in the two applications, root → intermediate → lower key at the card manager: project research notes on the card, §3.6 and §4.7.
    private static readonly (CardAnchorPurpose Purpose, int Certificates)[] _longestChains =
        [(CardAnchorPurpose.InputSupport, 1), (CardAnchorPurpose.Surface, 1), (CardAnchorPurpose.CardManager, 2)];

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

    /// <summary>The most certificates that a card has between an anchor and the last key: one in an application, two at the card manager. A CV certificate does not say whether its
    /// key may certify others, so a longer chain would let a municipality's key vouch for any other.</summary>
    /// <param name="purpose">What the anchor is for.</param>
    /// <returns>1 or 2.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such purpose.</exception>
    public static int LongestChain(CardAnchorPurpose purpose)
    {
        int row = Array.FindIndex(_longestChains, row => row.Purpose == purpose);
        return row >= 0 ? _longestChains[row].Certificates : throw new ArgumentOutOfRangeException(nameof(purpose));
    }

    /// <summary>Checks a certificate, or a chain from the anchor's side to the last key.</summary>
    /// <param name="purpose">What the anchor must be for.</param>
    /// <param name="chain">One certificate or more, at most <see cref="LongestChain"/>; each but the first is signed by the one before.</param>
    /// <returns>The outcome, with the last key when it is verified.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such purpose.</exception>
    /// <exception cref="ArgumentException">No certificate, or more than the purpose has.</exception>
    public CardIssuerCheck Check(CardAnchorPurpose purpose, params ReadOnlySpan<CardVerifiableCertificate> chain)
    {
        if (chain.IsEmpty || chain.Length > LongestChain(purpose))
        {
            throw new ArgumentException("A chain of this purpose does not have that many certificates.", nameof(chain));
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
