using System.Diagnostics;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>What belongs to the card rather than to the person (券面): its serial number, issuer, expiry and security code.</summary>
/// <remarks>Immutable. <see cref="ToString"/> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CardFace
{
    /// <summary>Holds the values as given.</summary>
    /// <param name="serialNumber">Serial number (製造番号): 15 digits.</param>
    /// <param name="municipalityCode">Code of the issuing municipality (全国地方公共団体コード): 5 digits, without check digit, as on the card.</param>
    /// <param name="expiry">Expiry (有効期限) of the card.</param>
    /// <param name="securityCode">Security code (セキュリティコード) printed on the face: 4 digits.</param>
    /// <exception cref="ArgumentException">A text has another length or other characters.</exception>
    public CardFace(string serialNumber, string municipalityCode, DateOnly expiry, string securityCode)
    {
        ThrowUnlessDigits(serialNumber, 15, nameof(serialNumber));
        ThrowUnlessDigits(municipalityCode, 5, nameof(municipalityCode));
        ThrowUnlessDigits(securityCode, 4, nameof(securityCode));
        SerialNumber = serialNumber;
        MunicipalityCode = municipalityCode;
        Expiry = expiry;
        SecurityCode = securityCode;
    }

    /// <summary>Serial number (製造番号), 15 digits.</summary>
    public string SerialNumber { get; }

    /// <summary>Issuing municipality, 5 digits.</summary>
    public string MunicipalityCode { get; }

    /// <summary>Expiry (有効期限).</summary>
    public DateOnly Expiry { get; }

    /// <summary>Security code, 4 digits; part of matching number B.</summary>
    public string SecurityCode { get; }

    /// <summary>A mask; no value is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "CardFace(***)";

    private static void ThrowUnlessDigits(string text, int length, string name)
    {
        if (text is null || text.Length != length || !text.All(char.IsAsciiDigit))
        {
            throw new ArgumentException($"Exactly {length} ASCII digits are needed.", name);
        }
    }
}
