using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Writes the files of the input-support application (券面事項入力補助AP); layouts in the project research notes on the card, §4.2 to §4.5.</summary>
internal static class InputSupportContent
{
    private const ushort NumberTag = 0xFF10;
    private const ushort AttributesTag = 0xFF20;
    private const ushort OffsetsTag = 0xDF21;
    private const int NumberFileLength = 17;

    /// <summary>EF 0001: <c>FF10</c> with twelve ASCII digits, without the filler.</summary>
    public static byte[] Number(IndividualNumber number) => CardTlv.Encode(NumberTag, Encoding.ASCII.GetBytes(number.Reveal()));

    /// <summary>EF 0002: <c>FF20</c> with the offsets <c>DF21</c> of name, address, birth date and sex, then these four.</summary>
    /// <exception cref="ArgumentException">The texts are too long for the card.</exception>
    public static byte[] Attributes(FourAttributes attributes) =>
        CardTlv.EncodeWithOffsets(AttributesTag, OffsetsTag, AttributeObjects(attributes));

    /// <summary>EF 0003: SHA-256 of the whole EF 0001 with its filler, SHA-256 of the four attribute objects, signature over both.</summary>
    public static byte[] Integrity(CardPerson person, LabCardAuthority authority)
    {
        byte[] number = new byte[NumberFileLength];
        number.AsSpan().Fill(0xFF);
        Number(person.Number).CopyTo(number, 0);
        byte[] attributes = [.. AttributeObjects(person.Attributes).SelectMany(item => item)];
        byte[] signed = [.. CardTlv.Encode(0xDF31, SHA256.HashData(number)), .. CardTlv.Encode(0xDF32, SHA256.HashData(attributes))];
        return CardTlv.Encode(0xFF30, [.. signed, .. CardTlv.Encode(0xDF33, authority.SignAsMunicipality(signed))]);
    }

    /// <summary>EF 0006: the public key to which a terminal encrypts its session key.</summary>
    public static byte[] SessionTransportKey(ReadOnlySpan<byte> modulus) => [0xA1, 0x82, 0x01, 0x09, .. CardKeyEncoding.PublicKey(modulus)];

    /// <summary>EF 0007: the public half of IEF 0013 with the municipality's signature.</summary>
    public static byte[] SignedPublicKey(ReadOnlySpan<byte> modulus, LabCardAuthority authority)
    {
        byte[] key = CardTlv.Encode(0xDF51, CardKeyEncoding.PublicKey(modulus));
        return CardTlv.Encode(0xFF50, [.. key, .. CardTlv.Encode(0xDF52, authority.SignAsMunicipality(key))]);
    }

    private static byte[][] AttributeObjects(FourAttributes attributes) =>
    [
        CardTlv.Encode(0xDF22, Encoding.UTF8.GetBytes(attributes.Name)),
        CardTlv.Encode(0xDF23, Encoding.UTF8.GetBytes(attributes.Address)),
        CardTlv.Encode(0xDF24, Encoding.ASCII.GetBytes(attributes.BirthDate.ToCardForm())),
        CardTlv.Encode(0xDF25, Encoding.ASCII.GetBytes(((int)attributes.Sex).ToString(CultureInfo.InvariantCulture))),
    ];
}
