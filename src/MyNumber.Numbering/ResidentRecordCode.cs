using System.Diagnostics;
using MyNumber.Numbering.CheckDigits;

namespace MyNumber.Numbering;

/// <summary>A resident record code (住民票コード): ten random digits and a check digit, guarded.</summary>
/// <remarks><para>住民基本台帳法 30条の37 and 30条の38: except for municipalities, prefectures, J-LIS and the bodies that the law lists, nobody may ask another for their
/// resident record code, nor build as a business a database of codes meant for others. A program that holds this type should know which of these it serves.</para>
/// <para>Source: 住民基本台帳法施行規則 1条 (confidence high for the format). The check rule is inferred from published specimens (medium), see
/// <see cref="ResidentRecordCodeCheckDigit"/>; <see cref="RestsOnInferredEdge"/> tells the codes whose digit rests on the part that no specimen shows.</para>
/// <para><see cref="ToString()"/>, every format, JSON and the debugger show a mask; the digits come out through <see cref="Reveal"/> and
/// <see cref="TryReveal(Span{char}, out int)"/> only. <see langword="default"/> is empty.</para></remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly partial struct ResidentRecordCode : INumber<ResidentRecordCode>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly long _valuePlusOne;

    private ResidentRecordCode(long value) => _valuePlusOne = value + 1;

    /// <summary>Whether this is <see langword="default"/> and holds no code.</summary>
    public bool IsEmpty => _valuePlusOne == 0;

    /// <summary>Whether the ten digits are a filler: all the same, a run up or down, or zeros before one digit. Apart from validity.</summary>
    public bool IsPlaceholder => !IsEmpty && Placeholder.IsFiller(Value / 10, 10);

    /// <summary>Whether the weighted sum leaves 0 or 1 by 11, where the check digit 0 is inferred from the individual number and seen on no specimen.</summary>
    public bool RestsOnInferredEdge => !IsEmpty && ResidentRecordCodeCheckDigit.IsEdge(WeightedDigits.Sum(Value / 10, [2, 3, 4, 5, 6, 7, 2, 3, 4, 5]));

    static string INumber<ResidentRecordCode>.Term => "resident record code";

    static int INumber<ResidentRecordCode>.ShortestLength => 11;

    static bool INumber<ResidentRecordCode>.IsGuarded => true;

    /// <summary>The eleven digits as an integer, for rooms of this assembly.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal long Value => _valuePlusOne - 1;

    static NumberFault INumber<ResidentRecordCode>.Check(in Digits digits) =>
        ResidentRecordCodeCheckDigit.FromSum(digits.WeightedSum(ResidentRecordCodeCheckDigit.Weights)) == digits.Last ? NumberFault.None : NumberFault.WrongCheckDigit;

    static ResidentRecordCode INumber<ResidentRecordCode>.FromDigits(in Digits digits) => new(digits.Low);

    int INumber<ResidentRecordCode>.WriteDigits(Span<byte> destination) => DigitWriter.Write(Value, 11, destination);

    /// <summary>Wraps a value whose check digit the caller has made or checked.</summary>
    internal static ResidentRecordCode FromTrusted(long value) => new(value);
}
