namespace MyNumber.Card.Certificates;

/// <summary>The key of a card's issuer (a municipality's, 市区町村), vouched for by an anchor. Only <see cref="CardTrustAnchors.Check"/> makes one.</summary>
/// <remarks>Immutable and thread safe.</remarks>
public sealed class VerifiedCardIssuer
{
    internal VerifiedCardIssuer(CardAnchorPurpose purpose, CardKeyId id, CardPublicKey key)
    {
        Purpose = purpose;
        Id = id;
        Key = key;
    }

    /// <summary>What the anchor is for.</summary>
    public CardAnchorPurpose Purpose { get; }

    /// <summary>The key's name, such as <c>1310100/000</c>.</summary>
    public CardKeyId Id { get; }

    /// <summary>The key.</summary>
    public CardPublicKey Key { get; }

    /// <summary>The key's name.</summary>
    /// <returns><see cref="Id"/> as text.</returns>
    public override string ToString() => Id.ToString();

    /// <summary>Whether this issuer, vouched for in that application, signed a message.</summary>
    internal bool Signed(CardAnchorPurpose purpose, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        Purpose == purpose && Key.Verifies(message, signature);
}
