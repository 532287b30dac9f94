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
    private const int MostAtOnce = 10_000;

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

    /// <summary>Designates a bundle of codes (コードの束) for a municipality and puts it into the municipality's pool.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="count">How many codes.</param>
    /// <param name="cancellationToken">Gives up; what was put into the pool until then stays there. A bundle goes in by steps of up to ten thousand codes.</param>
    /// <returns>How many codes were designated. Fewer than <paramref name="count"/> when the space of codes cannot give so many that are new: then none, when fewer are free,
    /// or those that were found before a free one was not met in a thousand draws.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="municipality"/> is empty.</exception>
    public async ValueTask<int> AllotAsync(LocalGovernmentCode municipality, int count, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        AllotmentRules.Check(municipality);
        if (CodeSpace - await _allotted.CountAsync(cancellationToken).ConfigureAwait(false) < count)
        {
            return 0;
        }

        int allotted = 0;
        for (int fruitless = 0; allotted < count && fruitless < MostRepeats;)
        {
            ResidentRecordCode[] codes = Draw(Math.Min(count - allotted, MostAtOnce));
            int added = await _allotted.AddAsync(municipality, codes, cancellationToken).ConfigureAwait(false);
            fruitless = added == 0 ? fruitless + codes.Length : 0;
            allotted += added;
        }

        return allotted;
    }

    private ResidentRecordCode[] Draw(int count)
    {
        ResidentRecordCode[] codes = new ResidentRecordCode[count];
        for (int i = 0; i < count; i++)
        {
            long digits = RandomDraw.Below(_random, CodeSpace);
            codes[i] = ResidentRecordCode.FromTrusted((digits * 10) + ResidentRecordCodeCheckDigit.Compute(digits));
        }

        return codes;
    }
}
