namespace MyNumber.Card.Certificates;

/// <summary>A key that the caller trusts to certify the keys on a card.</summary>
/// <remarks>Immutable and thread safe. The keys of the production hierarchy are not on the card and not in this library; the caller supplies them from a source of its trust.</remarks>
public sealed class CardTrustAnchor
{
    /// <summary>Describes an anchor.</summary>
    /// <param name="purpose">What it may vouch for.</param>
    /// <param name="id">Its name.</param>
    /// <param name="key">Its key.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty.</exception>
    public CardTrustAnchor(CardAnchorPurpose purpose, CardKeyId id, CardPublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (id.IsEmpty)
        {
            throw new ArgumentException("An anchor needs a name.", nameof(id));
        }

        Purpose = purpose;
        Id = id;
        Key = key;
    }

    /// <summary>What it may vouch for.</summary>
    public CardAnchorPurpose Purpose { get; }

    /// <summary>Its name.</summary>
    public CardKeyId Id { get; }

    /// <summary>Its key.</summary>
    public CardPublicKey Key { get; }
}
