using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Writes the files of the surface application (券面事項確認AP); layouts in the project research notes on the card, §4.6 (one source).</summary>
internal static class SurfaceContent
{
    private const ushort OffsetsTag = 0xDF21;
    private const int OpaqueLength = 256;

    // DigestInfo with the identifier of SHA-256 and three hashes in it: the signature over the card's face.
    private static readonly byte[] ThreeHashPrefix = Convert.FromHexString("3071300D0609608648016503040201" + "05000460");

    /// <summary>EF 0001: birth date and card key, signed.</summary>
    public static byte[] AgeRecord(CardPerson person, ReadOnlySpan<byte> modulus, LabCardAuthority authority)
    {
        byte[] signed = [.. CardTlv.Encode(0xDF11, BirthDateOf(person)), .. CardTlv.Encode(0xDF12, CardKeyEncoding.PublicKey(modulus))];
        return CardTlv.Encode(0xFF10, [.. signed, .. CardTlv.Encode(0xDF13, authority.SignAsMunicipality(signed))]);
    }

    /// <summary>EF 0002: everything on the front, with the signature that covers three hashes; expiry and security code are not signed.</summary>
    /// <exception cref="ArgumentException">The images are too long for the card.</exception>
    public static byte[] Face(CardPerson person, ReadOnlySpan<byte> modulus, LabCardAuthority authority)
    {
        CardImages images = person.Images;
        byte[] sex = Encoding.ASCII.GetBytes(((int)person.Attributes.Sex).ToString(CultureInfo.InvariantCulture));
        byte[][] facts = [CardTlv.Encode(0xDF22, BirthDateOf(person)), CardTlv.Encode(0xDF23, sex), CardTlv.Encode(0xDF24, CardKeyEncoding.PublicKey(modulus))];
        byte[][] texts = [CardTlv.Encode(0xDF25, images.Name.Span), CardTlv.Encode(0xDF26, images.Address.Span)];
        byte[] photo = CardTlv.Encode(0xDF27, images.Photo.Span);
        byte[] block = [.. ThreeHashPrefix, .. Hash(facts), .. Hash(texts), .. SHA256.HashData(photo)];
        return CardTlv.EncodeWithOffsets(0xFF20, OffsetsTag,
        [
            .. facts,
            .. texts,
            photo,
            CardTlv.Encode(0xDF28, authority.SignBlockAsMunicipality(block)),
            CardTlv.Encode(0xDF29, Encoding.ASCII.GetBytes(ExpiryOf(person))),
            CardTlv.Encode(0xDF2A, images.SecurityCode.Span),
        ]);
    }

    /// <summary>EF 0003: versions, key identifiers and the municipality; 256 bytes of it are opaque on real cards and a count here.</summary>
    public static byte[] Information(CardPerson person)
    {
        byte[] opaque = [.. Enumerable.Range(0, OpaqueLength).Select(i => (byte)i)];
        return CardTlv.Encode(0xFF30,
        [
            .. CardTlv.Encode(0xDF31, [0x06, 0x03, 0x0E, 0x01]),
            .. CardTlv.Encode(0xDF32, CardKeyEncoding.Id("6000024/001")),
            .. CardTlv.Encode(0xDF33, [0x00]),
            .. CardTlv.Encode(0xDF34, Encoding.ASCII.GetBytes(person.Face.MunicipalityCode)),
            .. CardTlv.Encode(0xDF35, [.. CardKeyEncoding.Id("6900025/001"), .. opaque]),
        ]);
    }

    /// <summary>EF 0005: image of the number and card key, signed.</summary>
    public static byte[] NumberImage(CardPerson person, ReadOnlySpan<byte> modulus, LabCardAuthority authority)
    {
        byte[] signed = [.. CardTlv.Encode(0xDF41, person.Images.IndividualNumber.Span), .. CardTlv.Encode(0xDF42, CardKeyEncoding.PublicKey(modulus))];
        return CardTlv.Encode(0xFF40, [.. signed, .. CardTlv.Encode(0xDF43, authority.SignAsMunicipality(signed))]);
    }

    /// <summary>Expiry of the card, YYYYMMDD.</summary>
    public static string ExpiryOf(CardPerson person) => person.Face.Expiry.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static byte[] BirthDateOf(CardPerson person) => Encoding.ASCII.GetBytes(person.Attributes.BirthDate.ToCardForm());

    private static byte[] Hash(byte[][] objects) => SHA256.HashData([.. objects.SelectMany(item => item)]);
}
