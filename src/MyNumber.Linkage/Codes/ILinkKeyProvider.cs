namespace MyNumber.Linkage.Codes;

/// <summary>Hands out the first layer's keyed function, HMAC-SHA-256 under K1, and never the key (連携用符号の鍵).</summary>
/// <remarks>Kept apart from the keys of the second layer: whoever holds both keys can go from resident record codes to agency codes. Implementations are thread safe; one may stand
/// before a security module.</remarks>
public interface ILinkKeyProvider
{
    /// <summary>Bytes of a message authentication code.</summary>
    const int MacLength = 32;

    /// <summary>Computes HMAC-SHA-256 of a message under the key.</summary>
    /// <param name="message">The message, personal data; not kept.</param>
    /// <param name="destination"><see cref="MacLength"/> bytes, which the caller clears.</param>
    /// <exception cref="ArgumentException">The buffer has another length.</exception>
    /// <exception cref="ObjectDisposedException">The key is gone.</exception>
    void ComputeMac(ReadOnlySpan<byte> message, Span<byte> destination);
}
