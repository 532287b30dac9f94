using System.Security.Cryptography;
using MyNumber.Numbering;

namespace MyNumber.Linkage.Codes;

/// <summary>Link codes (連携用符号) drawn at random, which nothing but the register ties to a person.</summary>
/// <remarks>The resident record code is looked at only to refuse an empty one; that the register allots the draw to it is the conversion. Loss of any key reveals no link.
/// Thread safe as far as the generator is; the platform's is.</remarks>
public sealed class RandomLinkCodes : ILinkCodeSource
{
    private const int MaximumDraws = 16;

    private readonly RandomNumberGenerator _random;

    /// <summary>Takes a generator.</summary>
    /// <param name="random">A cryptographic generator; not owned.</param>
    /// <exception cref="ArgumentNullException">No generator.</exception>
    public RandomLinkCodes(RandomNumberGenerator random)
    {
        ArgumentNullException.ThrowIfNull(random);
        _random = random;
    }

    /// <inheritdoc/>
    /// <exception cref="CryptographicException">The generator gives nothing but zeros.</exception>
    public LinkCode Propose(ResidentRecordCode code, int attempt)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(attempt);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(attempt, ILinkCodeSource.MaximumAttempt);
        if (code.IsEmpty)
        {
            throw new ArgumentException("The resident record code is empty.", nameof(code));
        }

        Span<byte> bytes = stackalloc byte[LinkCode.Length];
        for (int draw = 0; draw < MaximumDraws; draw++)
        {
            _random.GetBytes(bytes);
            if (bytes.ContainsAnyExcept((byte)0))
            {
                LinkCode link = LinkCode.FromBytes(bytes);
                CryptographicOperations.ZeroMemory(bytes);
                return link;
            }
        }

        throw new CryptographicException("The generator gives nothing but zeros.");
    }
}
