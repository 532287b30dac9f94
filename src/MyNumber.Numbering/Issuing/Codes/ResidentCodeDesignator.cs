using System.Security.Cryptography;
using MyNumber.Numbering.CheckDigits;

namespace MyNumber.Numbering.Issuing.Codes;

/// <summary>J-LIS's part (機構の指定): designates for each municipality the resident record codes that its mayor may write.</summary>
/// <remarks>
/// <para>Ten digits at random and a check digit (施行規則1条). A code that was designated before, to anybody, is drawn again; the memory of them is
/// <see cref="IAllottedCodes"/>. How large a bundle is and how it travels is not public: size is the caller's.</para>
/// <para>Synthetic: real codes come from J-LIS. Thread safe when the source of randomness is. Source: 住民基本台帳法30条の2, project research notes.</para>
/// </remarks>
public sealed class ResidentCodeDesignator
{
    /// <summary>How many codes there are: ten free digits.</summary>
    public const long CodeSpace = 10_000_000_000;

    private const int MostRepeats = 1000;

    private readonly IAllottedCodes _allotted;
    private readonly RandomNumberGenerator _random;

    /// <summary>Makes a designator.</summary>
    /// <param name="allotted">What was designated before; written to.</param>
    /// <param name="random">Source of randomness; stays the caller's.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ResidentCodeDesignator(IAllottedCodes allotted, RandomNumberGenerator random)
    {
        ArgumentNullException.ThrowIfNull(allotted);
        ArgumentNullException.ThrowIfNull(random);
        _allotted = allotted;
        _random = random;
    }

    /// <summary>Designates a bundle of codes (コードの束) for a municipality.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="count">How many codes.</param>
    /// <param name="pool">The pool that the municipality draws from, or <see langword="null"/>.</param>
    /// <returns><see langword="false"/> when the space of codes cannot give so many that are new: fewer than <paramref name="count"/> are free, or a free one was not met in a
    /// thousand draws. Codes written down until then stay designated and are lost, never reused.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="municipality"/> is empty.</exception>
    public bool TryAllot(LocalGovernmentCode municipality, int count, out ResidentCodePool? pool)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (municipality.IsEmpty)
        {
            throw new ArgumentException("A pool belongs to a municipality.", nameof(municipality));
        }

        pool = null;
        if (CodeSpace - _allotted.Count < count)
        {
            return false;
        }

        ResidentRecordCode[] codes = new ResidentRecordCode[count];
        for (int i = 0; i < count; i++)
        {
            if (!TryDesignate(municipality, out codes[i]))
            {
                return false;
            }
        }

        pool = new ResidentCodePool(municipality, codes, _random);
        return true;
    }

    private bool TryDesignate(LocalGovernmentCode municipality, out ResidentRecordCode code)
    {
        for (int repeat = 0; repeat < MostRepeats; repeat++)
        {
            long digits = RandomDraw.Below(_random, CodeSpace);
            code = ResidentRecordCode.FromTrusted((digits * 10) + ResidentRecordCodeCheckDigit.Compute(digits));
            if (_allotted.TryAdd(code, municipality))
            {
                return true;
            }
        }

        code = default;
        return false;
    }
}
