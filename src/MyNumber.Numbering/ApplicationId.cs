namespace MyNumber.Numbering;

/// <summary>The application ID (申請書ID) on the form that asks for a card: 23 digits. No structure and no check digit are known.</summary>
/// <remarks>Any 23 digits parse. Source: secondary pages (confidence medium for the length); the groups 4-4-4-4-4-3 are those of a printed form.
/// <see langword="default"/> is empty.</remarks>
public readonly partial struct ApplicationId : INumber<ApplicationId>
{
    private const long LowRange = 10_000_000_000_000_000;
    private readonly UInt128 _valuePlusOne;

    private ApplicationId(UInt128 value) => _valuePlusOne = value + 1;

    /// <summary>Whether this is <see langword="default"/> and holds no ID.</summary>
    public bool IsEmpty => _valuePlusOne == 0;

    static string INumber<ApplicationId>.Term => "application ID";

    static int INumber<ApplicationId>.ShortestLength => 23;

    static ReadOnlySpan<byte> INumber<ApplicationId>.Groups => [4, 4, 4, 4, 4, 3];

    static NumberFault INumber<ApplicationId>.Check(in Digits digits) => NumberFault.None;

    static ApplicationId INumber<ApplicationId>.FromDigits(in Digits digits) => new(((UInt128)digits.High * LowRange) + (UInt128)digits.Low);

    int INumber<ApplicationId>.WriteDigits(Span<byte> destination)
    {
        (UInt128 high, UInt128 low) = UInt128.DivRem(_valuePlusOne - 1, LowRange);
        int written = DigitWriter.Write((long)high, 7, destination);
        return written + DigitWriter.Write((long)low, 16, destination[written..]);
    }
}
