using MyNumber.Numbering;

namespace MyNumber.Linkage.Codes;

/// <summary>Proposes link codes (連携用符号) for people; the register of the core accepts one that nobody has, or asks again.</summary>
/// <remarks>No source knows which codes are taken: uniqueness is the register's. Implementations are thread safe.</remarks>
public interface ILinkCodeSource
{
    /// <summary>The highest attempt, 255: a ceiling of this library. Even the first repeat has a chance near 10^-16 for one person among 200 million.</summary>
    const int MaximumAttempt = byte.MaxValue;

    /// <summary>Proposes a code.</summary>
    /// <param name="code">The person's resident record code.</param>
    /// <param name="attempt">0, then one more each time the register finds the proposal taken; at most <see cref="MaximumAttempt"/>.</param>
    /// <returns>A code, never empty and never ten zero bytes.</returns>
    /// <exception cref="ArgumentException">The resident record code is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The attempt is outside.</exception>
    /// <exception cref="ObjectDisposedException">The key is gone.</exception>
    LinkCode Propose(ResidentRecordCode code, int attempt);
}
