using System.Diagnostics;
using MyNumber.Numbering.CheckDigits;

namespace MyNumber.Numbering;

/// <summary>An individual number (個人番号, マイナンバー): eleven digits and a check digit, guarded.</summary>
/// <remarks><para>Source: 番号法 2条5項, 7条, 8条; 番号法施行令 8条 (confidence high). Leading zeros occur; there is no legal separator.</para>
/// <para><see cref="ToString()"/>, every format, JSON and the debugger show a mask; the digits come out through <see cref="Reveal"/> and
/// <see cref="TryReveal(Span{char}, out int)"/> only. <see langword="default"/> is empty, which no valid number is. The number of zeros satisfies the formula.</para></remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly partial struct IndividualNumber : INumber<IndividualNumber>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly long _valuePlusOne;

    private IndividualNumber(long value) => _valuePlusOne = value + 1;

    /// <summary>Whether this is <see langword="default"/> and holds no number.</summary>
    public bool IsEmpty => _valuePlusOne == 0;

    /// <summary>Whether the eleven digits are a filler as on dummy cards and in documents: all the same, a run up or down, or zeros before one digit.</summary>
    /// <remarks>Apart from validity: that such values are not issued is an official's word and no law (confidence low).</remarks>
    public bool IsPlaceholder => !IsEmpty && Placeholder.IsFiller(Value / 10, 11);

    static string INumber<IndividualNumber>.Term => "individual number";

    static int INumber<IndividualNumber>.ShortestLength => 12;

    static bool INumber<IndividualNumber>.IsGuarded => true;

    /// <summary>The twelve digits as an integer, for rooms of this assembly.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal long Value => _valuePlusOne - 1;

    static NumberFault INumber<IndividualNumber>.Check(in Digits digits) =>
        IndividualNumberCheckDigit.FromSum(digits.WeightedSum(IndividualNumberCheckDigit.Weights)) == digits.Last ? NumberFault.None : NumberFault.WrongCheckDigit;

    static IndividualNumber INumber<IndividualNumber>.FromDigits(in Digits digits) => new(digits.Low);

    int INumber<IndividualNumber>.WriteDigits(Span<byte> destination) => DigitWriter.Write(Value, 12, destination);

    /// <summary>Wraps a value whose check digit the caller has made or checked.</summary>
    internal static IndividualNumber FromTrusted(long value) => new(value);
}
