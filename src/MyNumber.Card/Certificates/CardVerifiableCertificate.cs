using MyNumber.Card.Tlv;

namespace MyNumber.Card.Certificates;

/// <summary>A card-verifiable certificate (CV証明書), tag <c>7F21</c>: one key names and signs another. It has no dates and no revocation.</summary>
/// <remarks>Immutable and thread safe. Parsed is not trusted: see <see cref="CardTrustAnchors"/>. Source: project research notes, two sources, checked against cards there.
/// <c>5F4E</c> holds the issuer's key name (16 bytes), the subject's (16) and the key (265); <c>5F37</c> is a signature (PKCS#1 v1.5, SHA-256) over those 297 bytes.</remarks>
public sealed class CardVerifiableCertificate
{
    private const int BodyLength = (2 * CardKeyId.Length) + 265;
    private readonly byte[] _body;
    private readonly byte[] _signature;

    private CardVerifiableCertificate(ReadOnlySpan<byte> body, ReadOnlySpan<byte> signature)
    {
        if (body.Length != BodyLength || signature.Length != CardPublicKey.ModulusLength)
        {
            throw new CardDataException("A CV certificate does not have a body of 297 and a signature of 256 bytes.");
        }

        _body = body.ToArray();
        _signature = signature.ToArray();
        Issuer = CardKeyId.Read(body[..CardKeyId.Length], "issuer of a CV certificate");
        Subject = CardKeyId.Read(body.Slice(CardKeyId.Length, CardKeyId.Length), "subject of a CV certificate");
        Key = CardPublicKey.Read(body[(2 * CardKeyId.Length)..]);
    }

    /// <summary>証明者鍵ID: the key that signed.</summary>
    public CardKeyId Issuer { get; }

    /// <summary>被証明者鍵ID: the key that is certified, such as a municipality's.</summary>
    public CardKeyId Subject { get; }

    /// <summary>The certified key.</summary>
    public CardPublicKey Key { get; }

    /// <summary>Reads a certificate with its header <c>7F21</c>, or its content alone as GET DATA gives it.</summary>
    /// <param name="content">The object; filler may follow it.</param>
    /// <returns>The certificate.</returns>
    /// <exception cref="CardDataException">Another form.</exception>
    public static CardVerifiableCertificate Read(ReadOnlySpan<byte> content)
    {
        BerTlvReader reader = new(content);
        if (!reader.TryRead(out ushort tag, out ReadOnlySpan<byte> value))
        {
            throw new CardDataException("A CV certificate is not a TLV object.");
        }

        if (tag == 0x7F21)
        {
            reader = new BerTlvReader(value);
            reader.TryRead(out tag, out value);
        }

        ReadOnlySpan<byte> body = value;
        return tag == 0x5F4E && reader.TryRead(out tag, out ReadOnlySpan<byte> signature) && tag == 0x5F37
            ? new CardVerifiableCertificate(body, signature)
            : throw new CardDataException("A CV certificate is not a body 5F4E and a signature 5F37.");
    }

    /// <summary>Whether a key signed this certificate.</summary>
    /// <param name="issuer">The key.</param>
    /// <returns>Whether the signature verifies.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="issuer"/> is null.</exception>
    public bool IsSignedBy(CardPublicKey issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        return issuer.Verifies(_body, _signature);
    }

    /// <summary>Who certifies whom.</summary>
    /// <returns>Such as <c>6000033/001 → 1310100/000</c>.</returns>
    public override string ToString() => $"{Issuer} → {Subject}";
}
