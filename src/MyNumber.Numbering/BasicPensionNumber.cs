namespace MyNumber.Numbering;

/// <summary>A basic pension number (基礎年金番号): office code (課所符号, four digits) and running number (six digits). No check digit exists.</summary>
/// <remarks>Any ten digits parse: a wrong digit cannot be seen. Source: secondary pages on the number's structure (confidence medium to high). The number is
/// personal and shown by <see cref="ToString()"/>; keep it out of logs. <see langword="default"/> is empty.</remarks>
public readonly partial struct BasicPensionNumber : INumber<BasicPensionNumber>
{
    private readonly long _valuePlusOne;

    private BasicPensionNumber(long value) => _valuePlusOne = value + 1;

    /// <summary>Whether this is <see langword="default"/> and holds no number.</summary>
    public bool IsEmpty => _valuePlusOne == 0;

    /// <summary>The office code (課所符号): prefecture and office, or 9600 and up for former mutual aid associations; −1 for the empty number.</summary>
    public int OfficeCode => IsEmpty ? -1 : (int)(Value / 1_000_000);

    /// <summary>The running number in the office, from 1 on; −1 for the empty number.</summary>
    public int SerialNumber => IsEmpty ? -1 : (int)(Value % 1_000_000);

    /// <summary>Whether the digits are a filler: all the same, a run up or down, zeros before one digit, or the running number 0. Apart from validity.</summary>
    public bool IsPlaceholder => !IsEmpty && (SerialNumber == 0 || Placeholder.IsFiller(Value, 10));

    static string INumber<BasicPensionNumber>.Term => "basic pension number";

    static int INumber<BasicPensionNumber>.ShortestLength => 10;

    static ReadOnlySpan<byte> INumber<BasicPensionNumber>.Groups => [4, 6];

    private long Value => _valuePlusOne - 1;

    static NumberFault INumber<BasicPensionNumber>.Check(in Digits digits) => NumberFault.None;

    static BasicPensionNumber INumber<BasicPensionNumber>.FromDigits(in Digits digits) => new(digits.Low);

    int INumber<BasicPensionNumber>.WriteDigits(Span<byte> destination) => DigitWriter.Write(Value, 10, destination);
}
