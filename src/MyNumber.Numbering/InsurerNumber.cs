using MyNumber.Numbering.CheckDigits;

namespace MyNumber.Numbering;

/// <summary>An insurer number (保険者番号) of the health insurance: eight digits, or six for the national health insurance (国民健康保険).</summary>
/// <remarks>Eight digits are law (法別番号, 2), prefecture (2), insurer (3) and check digit (検証番号); six are the same without the law. Source: 昭和51年保発第45号・
/// 庁保発第34号, 昭和49年保険発第104号 (confidence high to medium). <see langword="default"/> is empty. Six-digit numbers come before eight-digit ones in order.</remarks>
public readonly partial struct InsurerNumber : INumber<InsurerNumber>
{
    private const int SixDigitNumbers = 1_000_000;

    /// <summary>One more than the six digits, or than the eight digits behind all six-digit numbers.</summary>
    private readonly int _valuePlusOne;

    private InsurerNumber(int packed) => _valuePlusOne = packed + 1;

    /// <summary>Whether this is <see langword="default"/> and holds no number.</summary>
    public bool IsEmpty => _valuePlusOne == 0;

    /// <summary>How many digits the number has: 6, 8, or 0 for the empty number.</summary>
    public int Length => IsEmpty ? 0 : _valuePlusOne <= SixDigitNumbers ? 6 : 8;

    /// <summary>The law (法別番号), or −1 for six digits, which are the national health insurance, and for the empty number.</summary>
    public int Law => Length == 8 ? Value / 1_000_000 : -1;

    /// <summary>The prefecture (都道府県番号), or −1 for the empty number.</summary>
    public int Prefecture => IsEmpty ? -1 : Value / 10_000 % 100;

    static string INumber<InsurerNumber>.Term => "insurer number";

    static int INumber<InsurerNumber>.ShortestLength => 6;

    static int INumber<InsurerNumber>.LongestLength => 8;

    private int Value => Length == 8 ? _valuePlusOne - 1 - SixDigitNumbers : _valuePlusOne - 1;

    static NumberFault INumber<InsurerNumber>.Check(in Digits digits) =>
        InsurerNumberCheckDigit.Compute(digits.Low / 10) == digits.Last ? NumberFault.None : NumberFault.WrongCheckDigit;

    static InsurerNumber INumber<InsurerNumber>.FromDigits(in Digits digits) => new((int)digits.Low + (digits.Count == 8 ? SixDigitNumbers : 0));

    int INumber<InsurerNumber>.WriteDigits(Span<byte> destination) => DigitWriter.Write(Value, Length, destination);
}
