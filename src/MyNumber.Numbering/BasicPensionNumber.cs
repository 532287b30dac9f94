using System.Diagnostics;

namespace MyNumber.Numbering;

/// <summary>A basic pension number (基礎年金番号): office code (課所符号, four digits) and running number (six digits), guarded. No check digit exists.</summary>
/// <remarks><para>国民年金法 14条 and 108条の4 restrict asking for this number and keeping databases of it, as the law on resident record codes does for those (read in a text
/// of before 2015; confidence high for that text).</para>
/// <para>Any ten digits parse: a wrong digit cannot be seen. Source: secondary pages on the number's structure (confidence medium to high).</para>
/// <para><see cref="ToString()"/>, every format, JSON and the debugger show a mask; the digits come out through <see cref="Reveal"/> and
/// <see cref="TryReveal(Span{char}, out int)"/> only. <see langword="default"/> is empty.</para></remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly partial struct BasicPensionNumber : INumber<BasicPensionNumber>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly long _valuePlusOne;

    private BasicPensionNumber(long value) => _valuePlusOne = value + 1;

    /// <summary>Whether this is <see langword="default"/> and holds no number.</summary>
    public bool IsEmpty => _valuePlusOne == 0;

    /// <summary>The office code (課所符号): prefecture and office, or 9600 and up for former mutual aid associations; −1 for the empty number.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public int OfficeCode => IsEmpty ? -1 : (int)(Value / 1_000_000);

    /// <summary>Whether the digits are a filler: all the same, a run up or down, zeros before one digit, or the running number 0. Apart from validity.</summary>
    public bool IsPlaceholder => !IsEmpty && (Value % 1_000_000 == 0 || Placeholder.IsFiller(Value, 10));

    static string INumber<BasicPensionNumber>.Term => "basic pension number";

    static int INumber<BasicPensionNumber>.ShortestLength => 10;

    static bool INumber<BasicPensionNumber>.IsGuarded => true;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private long Value => _valuePlusOne - 1;

    static NumberFault INumber<BasicPensionNumber>.Check(in Digits digits) => NumberFault.None;

    static BasicPensionNumber INumber<BasicPensionNumber>.FromDigits(in Digits digits) => new(digits.Low);

    int INumber<BasicPensionNumber>.WriteDigits(Span<byte> destination) => DigitWriter.Write(Value, 10, destination);
}
