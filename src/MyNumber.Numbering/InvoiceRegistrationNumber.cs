namespace MyNumber.Numbering;

/// <summary>An invoice registration number (適格請求書発行事業者の登録番号): <c>T</c> and thirteen digits.</summary>
/// <remarks>A corporation's digits are its corporate number; those of others are digits that are neither an individual number nor a corporate number, by a rule
/// that is not published, and published samples disagree. So parsing asks for the shape only and <see cref="Standing"/> has three values. Source: 国税庁
/// インボイス制度適格請求書発行事業者公表サイト (confidence high for the shape). <see langword="default"/> is empty.</remarks>
public readonly partial struct InvoiceRegistrationNumber : INumber<InvoiceRegistrationNumber>
{
    private readonly long _valuePlusOne;

    private InvoiceRegistrationNumber(long value) => _valuePlusOne = value + 1;

    /// <summary>Whether this is <see langword="default"/> and holds no number.</summary>
    public bool IsEmpty => _valuePlusOne == 0;

    /// <summary>What can be said without asking the register.</summary>
    public InvoiceRegistrationStanding Standing => IsEmpty ? InvoiceRegistrationStanding.Malformed
        : TryGetCorporateNumber(out _) ? InvoiceRegistrationStanding.Valid
        : InvoiceRegistrationStanding.MayBeIndividual;

    static string INumber<InvoiceRegistrationNumber>.Term => "invoice registration number";

    static int INumber<InvoiceRegistrationNumber>.ShortestLength => 13;

    static bool INumber<InvoiceRegistrationNumber>.HasPrefix => true;

    private long Value => _valuePlusOne - 1;

    /// <summary>Judges a text in one step.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How much is accepted.</param>
    /// <returns>What can be said without asking the register.</returns>
    public static InvoiceRegistrationStanding Judge(ReadOnlySpan<char> text, NumberStyle style = NumberStyle.Strict)
    {
        NumberText.TryParse(text, style, out InvoiceRegistrationNumber number, out _);
        return number.Standing;
    }

    /// <summary>The corporate number in the digits, where they are one.</summary>
    /// <param name="number">The number, or empty.</param>
    /// <returns>Whether the digits satisfy the rule of corporate numbers.</returns>
    public bool TryGetCorporateNumber(out CorporateNumber number)
    {
        number = IsEmpty ? default : CorporateNumber.FromBase(Value % 1_000_000_000_000);
        bool same = !IsEmpty && number.Value == Value;
        number = same ? number : default;
        return same;
    }

    static NumberFault INumber<InvoiceRegistrationNumber>.Check(in Digits digits) => NumberFault.None;

    static InvoiceRegistrationNumber INumber<InvoiceRegistrationNumber>.FromDigits(in Digits digits) => new(digits.Low);

    int INumber<InvoiceRegistrationNumber>.WriteDigits(Span<byte> destination) => DigitWriter.Write(Value, 13, destination);
}
