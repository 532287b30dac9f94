using System.Diagnostics;
using MyNumber.Card.Tlv;

namespace MyNumber.Card.Applications.Common;

/// <summary>What the card says about itself (EF 0001, record 1): serial number, issuing municipality, expiry. Free to read, not signed.</summary>
/// <remarks>Immutable. Source: project research notes, three sources. The serial number is a handle of one card, so <c>ToString</c> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CardIdentity
{
    private const int Digits = 28;

    private CardIdentity(string digits, DateOnly expiry)
    {
        SerialNumber = digits[..15];
        Municipality = digits[15..20];
        Expiry = expiry;
    }

    /// <summary>The serial number, 15 digits. Its relation to the number that is printed on the card's back is not known.</summary>
    public string SerialNumber { get; }

    /// <summary>製造番号 as one program shows it: the serial number without its first two digits.</summary>
    public string ManufacturingNumber => SerialNumber[2..];

    /// <summary>The issuing municipality, the first five digits of its 全国地方公共団体コード.</summary>
    public string Municipality { get; }

    /// <summary>The expiry date (有効期限).</summary>
    public DateOnly Expiry { get; }

    /// <summary>Reads the record.</summary>
    /// <param name="record">Tag <c>01</c>, length <c>1C</c>, 28 ASCII digits.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="CardDataException">Another form.</exception>
    public static CardIdentity Read(ReadOnlySpan<byte> record)
    {
        ReadOnlySpan<byte> value = SimpleTlv.Value(record, 0x01, "card identity (file 0001)");
        string digits = CardText.Digits(value, Digits, "card identity (file 0001)");
        return new CardIdentity(digits, CardText.Date(value[20..], "expiry in file 0001"));
    }

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "CardIdentity(***)";
}
