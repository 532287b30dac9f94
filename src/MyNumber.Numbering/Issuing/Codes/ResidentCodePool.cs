using System.Diagnostics;
using System.Security.Cryptography;

namespace MyNumber.Numbering.Issuing.Codes;

/// <summary>The codes that one municipality may write and has not written (住民票コードの束), drawn from at random and never twice.</summary>
/// <remarks>
/// <para>Nobody chooses digits: the draw takes any of the rest with equal chance. After a restart the pool is made again from the designated codes, less those that
/// the resident records hold.</para>
/// <para>Thread safe. <see cref="ToString"/> shows the count only. Source: 住民基本台帳法30条の2・30条の3②.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ResidentCodePool
{
    private readonly ResidentRecordCode[] _codes;
    private readonly RandomNumberGenerator _random;
    private readonly Lock _gate = new();
    private int _left;

    /// <summary>Makes a pool.</summary>
    /// <param name="municipality">Whose it is.</param>
    /// <param name="codes">Designated and not yet written codes; copied.</param>
    /// <param name="random">Source of randomness; stays the caller's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="random"/> is null.</exception>
    /// <exception cref="ArgumentException">A code is empty or is there twice.</exception>
    public ResidentCodePool(LocalGovernmentCode municipality, ReadOnlySpan<ResidentRecordCode> codes, RandomNumberGenerator random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Municipality = municipality;
        _codes = codes.ToArray();
        _left = _codes.Length;
        _random = random;
        HashSet<long> seen = new(_codes.Length);
        foreach (ResidentRecordCode code in _codes)
        {
            if (code.IsEmpty || !seen.Add(code.Value))
            {
                throw new ArgumentException("A code of the pool is empty or is there twice.", nameof(codes));
            }
        }
    }

    /// <summary>Whose pool it is.</summary>
    public LocalGovernmentCode Municipality { get; }

    /// <summary>How many codes are left.</summary>
    public int Left => Volatile.Read(ref _left);

    /// <summary>Takes one code out at random.</summary>
    /// <param name="code">The code, or empty.</param>
    /// <returns><see langword="false"/> when the pool is exhausted: ask for a further bundle.</returns>
    public bool TryDraw(out ResidentRecordCode code)
    {
        lock (_gate)
        {
            if (_left == 0)
            {
                code = default;
                return false;
            }

            int at = (int)RandomDraw.Below(_random, _left);
            code = _codes[at];
            _left--;
            _codes[at] = _codes[_left];
            _codes[_left] = default;
            return true;
        }
    }

    /// <summary>The count of codes left; no code.</summary>
    /// <returns>Such as <c>ResidentCodePool(17 left)</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"ResidentCodePool({Left} left)");
}
