using MyNumber.Numbering.CheckDigits;

namespace MyNumber.Numbering;

/// <summary>A corporate number (法人番号): a check digit 1 to 9 and a base of twelve digits (基礎番号). Public by law, so not guarded.</summary>
/// <remarks><para>Source: 番号法 39条; 番号法施行令 35条; 平成26年財務省令第70号 2条; the tables of the 国税庁 (confidence high). Valid means that the check digit is
/// right; it misses every 0 written for 9, so <see cref="Warning"/> tells apart numbers whose base is not assigned.</para>
/// <para>Whether a number was issued is told by the 法人番号公表サイト alone. <see langword="default"/> is empty.</para></remarks>
public readonly partial struct CorporateNumber : INumber<CorporateNumber>
{
    private const long BaseRange = 1_000_000_000_000;
    private readonly long _valuePlusOne;

    private CorporateNumber(long value) => _valuePlusOne = value + 1;

    /// <summary>Whether this is <see langword="default"/> and holds no number.</summary>
    public bool IsEmpty => _valuePlusOne == 0;

    /// <summary>What the base says about the holder.</summary>
    public CorporateNumberKind Kind => IsEmpty ? CorporateNumberKind.None : CorporateNumberStructure.Classify(BaseNumber).Kind;

    /// <summary>Why the number is unlikely to have been issued, or none.</summary>
    public CorporateNumberWarning Warning => IsEmpty ? CorporateNumberWarning.None : CorporateNumberStructure.Classify(BaseNumber).Warning;

    static string INumber<CorporateNumber>.Term => "corporate number";

    static int INumber<CorporateNumber>.ShortestLength => 13;

    /// <summary>The thirteen digits as an integer, for rooms of this assembly.</summary>
    internal long Value => _valuePlusOne - 1;

    private long BaseNumber => Value % BaseRange;

    /// <summary>Puts the check digit before a base.</summary>
    /// <param name="baseNumber">The base (基礎番号), 0 to 999,999,999,999.</param>
    /// <returns>The number; whether it was issued is another question.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than twelve digits. The value is not in the exception.</exception>
    public static CorporateNumber FromBase(long baseNumber)
    {
        PayloadGuard.Check(baseNumber, BaseRange - 1, nameof(baseNumber));
        return new((CorporateNumberCheckDigit.Compute(baseNumber) * BaseRange) + baseNumber);
    }

    static NumberFault INumber<CorporateNumber>.Check(in Digits digits)
    {
        int first = (int)(digits.Low / BaseRange);
        if (first == 0)
        {
            return NumberFault.WrongStructure;
        }

        return CorporateNumberCheckDigit.FromSum(digits.WeightedSum(CorporateNumberCheckDigit.Weights)) == first ? NumberFault.None : NumberFault.WrongCheckDigit;
    }

    static CorporateNumber INumber<CorporateNumber>.FromDigits(in Digits digits) => new(digits.Low);

    int INumber<CorporateNumber>.WriteDigits(Span<byte> destination) => DigitWriter.Write(Value, 13, destination);

    /// <summary>Wraps a value whose check digit the caller has made or checked.</summary>
    internal static CorporateNumber FromTrusted(long value) => new(value);
}
