using MyNumber.Numbering.CheckDigits;

namespace MyNumber.Numbering;

/// <summary>A local government code (全国地方公共団体コード): prefecture (two digits), body (three) and a check digit.</summary>
/// <remarks>Source: 総務省 全国地方公共団体コード, JIS X 0402 (confidence high). Valid means that the check digit is right; whether such a body exists is told by the
/// list of the 総務省. <see langword="default"/> is empty.</remarks>
public readonly partial struct LocalGovernmentCode : INumber<LocalGovernmentCode>
{
    /// <summary>What stands before the code in the base of a local government's corporate number.</summary>
    private const long ObservedPrefix = 20_000_000;
    private readonly int _valuePlusOne;

    private LocalGovernmentCode(int value) => _valuePlusOne = value + 1;

    /// <summary>Whether this is <see langword="default"/> and holds no code.</summary>
    public bool IsEmpty => _valuePlusOne == 0;

    /// <summary>The prefecture (都道府県), 1 to 47 where one exists, as in the first two digits; −1 for the empty code.</summary>
    public int Prefecture => IsEmpty ? -1 : Value / 10_000;

    /// <summary>The five digits before the check digit as an integer, as the 国税庁's files and maps have them; −1 for the empty code.</summary>
    public int WithoutCheckDigit => IsEmpty ? -1 : Value / 10;

    /// <summary>Whether the body is the prefecture itself (body 000) of one of the 47.</summary>
    public bool IsPrefecture => !IsEmpty && WithoutCheckDigit % 1000 == 0 && Prefecture is >= 1 and <= 47;

    static string INumber<LocalGovernmentCode>.Term => "local government code";

    static int INumber<LocalGovernmentCode>.ShortestLength => 6;

    /// <summary>The six digits as an integer, for rooms of this assembly.</summary>
    internal int Value => _valuePlusOne - 1;

    /// <summary>Puts the check digit behind the five-digit form.</summary>
    /// <param name="fiveDigits">Prefecture and body, 0 to 99,999.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than five digits. The value is not in the exception.</exception>
    public static LocalGovernmentCode FromFiveDigits(int fiveDigits)
    {
        int checkDigit = LocalGovernmentCodeCheckDigit.Compute(fiveDigits);
        return new LocalGovernmentCode((fiveDigits * 10) + checkDigit);
    }

    /// <summary>Derives the corporate number (法人番号) of the local government: base <c>000020</c> and this code.</summary>
    /// <returns>The number that the observed rule gives.</returns>
    /// <remarks>An observed rule, not a published one: it holds for the numbers of 東京都 and 横浜市 (confidence medium); the 国税庁 calls the last six digits a
    /// serial number. Bodies with base <c>000030</c> are not reached. Confirm the number at the 法人番号公表サイト before relying on it.</remarks>
    /// <exception cref="InvalidOperationException">The code is empty.</exception>
    public CorporateNumber DeriveObservedCorporateNumber() => IsEmpty
        ? throw new InvalidOperationException("The local government code is empty.")
        : CorporateNumber.FromBase(ObservedPrefix + Value);

    static NumberFault INumber<LocalGovernmentCode>.Check(in Digits digits) =>
        LocalGovernmentCodeCheckDigit.FromSum(digits.WeightedSum(LocalGovernmentCodeCheckDigit.Weights)) == digits.Last ? NumberFault.None : NumberFault.WrongCheckDigit;

    static LocalGovernmentCode INumber<LocalGovernmentCode>.FromDigits(in Digits digits) => new((int)digits.Low);

    int INumber<LocalGovernmentCode>.WriteDigits(Span<byte> destination) => DigitWriter.Write(Value, 6, destination);

    /// <summary>Wraps a value whose check digit the caller has made or checked.</summary>
    internal static LocalGovernmentCode FromTrusted(int value) => new(value);
}
