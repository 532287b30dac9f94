using System.Runtime.Intrinsics;

namespace MyNumber.Numbering.Permutations;

/// <summary>Numbers of one half-round in both lanes: target ← (target ± y) mod modulus, with y = high·2^32 + low.</summary>
internal readonly struct HalfRound
{
    /// <param name="modulus">10^5 or 10^6.</param>
    /// <param name="forward">Whether y is added.</param>
    public HalfRound(int modulus, bool forward)
    {
        double sign = forward ? 1 : -1;
        Modulus = Vector128.Create((double)modulus);
        Sign = Vector128.Create(sign);
        SignedHighFactor = Vector128.Create(sign * ((1L << 32) % modulus));

        // So that the quotient is never too great: a sum is positive forward and, where it matters, negative backward.
        Inverse = Vector128.Create((1.0 - (sign * Math.ScaleB(1, -50))) / modulus);
    }

    public Vector128<double> Modulus { get; }

    /// <summary>1 or −1.</summary>
    public Vector128<double> Sign { get; }

    /// <summary>The sign times 2^32 mod the modulus, below 2^20: high times this, plus low and target, stays below 2^53 and so is exact.</summary>
    public Vector128<double> SignedHighFactor { get; }

    /// <summary>1/modulus, off by 2^−50 of itself towards the smaller quotient.</summary>
    public Vector128<double> Inverse { get; }
}
