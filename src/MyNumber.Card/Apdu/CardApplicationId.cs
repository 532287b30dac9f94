namespace MyNumber.Card.Apdu;

/// <summary>The identifier (AID, DF name) of a card application: 5 to 16 bytes (ISO/IEC 7816-4 §12.2.3).</summary>
/// <remarks>Immutable and thread safe.</remarks>
public sealed class CardApplicationId : IEquatable<CardApplicationId>
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

    /// <summary>券面事項確認AP: <c>D3921000310001010402</c> (confirmed).</summary>
    public static CardApplicationId Surface { get; } = new([0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x02]);

    /// <summary>住基AP: <c>D3921000310001010401</c> (confirmed).</summary>
    public static CardApplicationId Residence { get; } = new([0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x01]);

    /// <summary>共通カードAP: <c>D3921000310001010100</c> (confirmed).</summary>
    public static CardApplicationId Common { get; } = new([0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x01, 0x00]);

    /// <summary>The card manager (GlobalPlatform issuer security domain), current after power-on: <c>A0000001510000</c> (one source).</summary>
    public static CardApplicationId CardManager { get; } = new([0xA0, 0x00, 0x00, 0x01, 0x51, 0x00, 0x00]);

    /// <summary>A slot of the free area (空き領域): <c>F04D4E53444B01nn</c>. The lab's own identifier: the real ones are not public.</summary>
    /// <param name="slot">1 to 255.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such slot.</exception>
    public static CardApplicationId LabFreeArea(int slot)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slot, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(slot, 255);
        return new([0xF0, 0x4D, 0x4E, 0x53, 0x44, 0x4B, 0x01, (byte)slot]);
    }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Value => _value;

    /// <summary>The bytes in hexadecimal.</summary>
    /// <returns>Upper-case digits.</returns>
    public override string ToString() => Convert.ToHexString(_value);

    /// <inheritdoc/>
    public bool Equals(CardApplicationId? other) => other is not null && _value.AsSpan().SequenceEqual(other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CardApplicationId);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(_value);
        return hash.ToHashCode();
    }
}
