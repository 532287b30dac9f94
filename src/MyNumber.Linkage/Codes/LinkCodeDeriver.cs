using System.Security.Cryptography;
using MyNumber.Numbering;

namespace MyNumber.Linkage.Codes;

/// <summary>Link codes (連携用符号) by conversion of the resident record code: the first ten bytes of HMAC-SHA-256.</summary>
/// <remarks><para>The message is <c>MyNumber.Linkage/L1/v1</c>, a zero byte and the eleven ASCII digits; from the first repeat on, one more byte with the attempt. The lengths differ, so no
/// attempt's message is another's. Should the first ten bytes be zero, the next ten are taken.</para>
/// <para>A resident record code has 10^10 values only: whoever has the key can list them all in hours. <see cref="RandomLinkCodes"/> survives the loss of the key.</para>
/// <para>Our own construction; the real one is not public.</para></remarks>
public sealed class LinkCodeDeriver : ILinkCodeSource
{
    private const int Digits = 11;

    private readonly ILinkKeyProvider _key;

    /// <summary>Takes the keyed function.</summary>
    /// <param name="key">The function; not owned.</param>
    /// <exception cref="ArgumentNullException">No function.</exception>
    public LinkCodeDeriver(ILinkKeyProvider key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = key;
    }

    private static ReadOnlySpan<byte> Label => "MyNumber.Linkage/L1/v1\0"u8;

    /// <inheritdoc/>
    public LinkCode Propose(ResidentRecordCode code, int attempt)
    {
        if (code.IsEmpty)
        {
            throw new ArgumentException("The resident record code is empty.", nameof(code));
        }

        Span<byte> digits = stackalloc byte[Digits];
        code.TryReveal(digits, out _);
        LinkCode link = ProposeFor(digits, attempt);
        CryptographicOperations.ZeroMemory(digits);
        return link;
    }

    /// <summary>The same over eleven digits that were not checked.</summary>
    internal LinkCode ProposeFor(ReadOnlySpan<byte> digits, int attempt)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(attempt);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(attempt, ILinkCodeSource.MaximumAttempt);
        Span<byte> message = stackalloc byte[Label.Length + Digits + 1];
        Span<byte> mac = stackalloc byte[ILinkKeyProvider.MacLength];
        try
        {
            Label.CopyTo(message);
            digits.CopyTo(message[Label.Length..]);
            message[^1] = (byte)attempt;
            _key.ComputeMac(attempt == 0 ? message[..^1] : message, mac);
            int start = mac[..LinkCode.Length].ContainsAnyExcept((byte)0) ? 0 : LinkCode.Length;
            return LinkCode.FromBytes(mac.Slice(start, LinkCode.Length));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(message);
            CryptographicOperations.ZeroMemory(mac);
        }
    }
}
