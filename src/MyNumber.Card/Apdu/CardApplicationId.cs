namespace MyNumber.Card.Apdu;

/// <summary>The identifier (AID, DF name) of a card application: 5 to 16 bytes (ISO/IEC 7816-4 §12.2.3).</summary>
/// <remarks>Immutable and thread safe.</remarks>
public sealed class CardApplicationId
{
    private readonly byte[] _value;

    /// <summary>Names an application.</summary>
    /// <param name="value">5 to 16 bytes; copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer or more bytes.</exception>
    public CardApplicationId(ReadOnlySpan<byte> value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value.Length, 5, nameof(value));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, 16, nameof(value));
        _value = value.ToArray();
    }

    /// <summary>公的個人認証AP: <c>D392F000260100000001</c>.</summary>
    public static CardApplicationId Jpki { get; } = new([0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01]);

    /// <summary>券面事項入力補助AP: <c>D3921000310001010408</c>.</summary>
    public static CardApplicationId InputSupport { get; } = new([0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x08]);

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Value => _value;

    /// <summary>The bytes in hexadecimal.</summary>
    /// <returns>Upper-case digits.</returns>
    public override string ToString() => Convert.ToHexString(_value);
}
