namespace MyNumber.Card.Certificates;

/// <summary>The public half of a key in the card, with its issuer's signature.</summary>
/// <remarks>Immutable and thread safe. Read is not verified.</remarks>
public sealed class SignedCardKey
{
    private readonly byte[] _signed;
    private readonly byte[] _signature;

    internal SignedCardKey(CardPublicKey key, ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        Key = key;
        _signed = signed.ToArray();
        _signature = signature.ToArray();
    }

    /// <summary>The key.</summary>
    public CardPublicKey Key { get; }

    /// <summary>Whether an issuer signed it.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <returns>Whether the signature verifies; never under an issuer of another purpose than <see cref="CardAnchorPurpose.InputSupport"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="issuer"/> is null.</exception>
    public bool IsSignedBy(VerifiedCardIssuer issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        return issuer.Signed(CardAnchorPurpose.InputSupport, _signed, _signature);
    }
}
