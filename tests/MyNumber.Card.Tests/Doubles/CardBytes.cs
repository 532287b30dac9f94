using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MyNumber.Card.Tests.Doubles;

/// <summary>Files of a card, written straight from the layout of the project research notes (§4), without the code under test.</summary>
internal static class CardBytes
{
    public static byte[] Tlv(ushort tag, params byte[][] values)
    {
        byte[] value = [.. values.SelectMany(part => part)];
        byte[] head = tag > 0xFF ? [(byte)(tag >> 8), (byte)(tag & 0xFF)] : [(byte)tag];
        return value.Length < 128
            ? [.. head, (byte)value.Length, .. value]
            : [.. head, 0x82, (byte)(value.Length >> 8), (byte)(value.Length & 0xFF), .. value];
    }

    public static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    public static byte[] KeyName(string name)
    {
        string[] parts = name.Split('/');
        return [.. Ascii(parts[0]), 0x08, 0x05, .. Ascii(parts[1]), 0, 0, 0, 0];
    }

    public static byte[] KeyObject(RSA key) => [.. Tlv(0x90, [0x01, 0x00, 0x01]), .. Tlv(0x91, Modulus(key))];

    public static byte[] Modulus(RSA key) => key.ExportParameters(false).Modulus!;

    public static byte[] Sign(RSA key, params byte[][] parts) =>
        key.SignData([.. parts.SelectMany(part => part)], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public static byte[] Certificate(string issuer, string subject, RSA key, RSA signer)
    {
        byte[] body = [.. KeyName(issuer), .. KeyName(subject), .. KeyObject(key)];
        return Tlv(0x7F21, Tlv(0x5F4E, body), Tlv(0x5F37, Sign(signer, body)));
    }

    public static byte[] AgeRecord(string birthDate, RSA card, RSA issuer)
    {
        byte[] birth = Tlv(0xDF11, Ascii(birthDate)), key = Tlv(0xDF12, KeyObject(card));
        return Tlv(0xFF10, birth, key, Tlv(0xDF13, Sign(issuer, birth, key)));
    }

    public static byte[] NumberImage(byte[] image, RSA card, RSA issuer)
    {
        byte[] picture = Tlv(0xDF41, image), key = Tlv(0xDF42, KeyObject(card));
        return Tlv(0xFF40, picture, key, Tlv(0xDF43, Sign(issuer, picture, key)));
    }

    public static byte[][] FaceObjects(RSA card, RSA issuer)
    {
        byte[][] objects =
        [
            Tlv(0xDF22, Ascii("19900401")), Tlv(0xDF23, Ascii("2")), Tlv(0xDF24, KeyObject(card)), Tlv(0xDF25, Pattern(300, 1)), Tlv(0xDF26, Pattern(900, 2)),
            Tlv(0xDF27, Pattern(4000, 3)), [], Tlv(0xDF29, Ascii("20340401")), Tlv(0xDF2A, Pattern(90, 4)),
        ];
        byte[] digests =
        [
            .. SHA256.HashData([.. objects[0], .. objects[1], .. objects[2]]), .. SHA256.HashData([.. objects[3], .. objects[4]]), .. SHA256.HashData(objects[5]),
        ];
        objects[6] = Tlv(0xDF28, SigningCard.SignBlock(issuer, [.. Convert.FromHexString("3071300D06096086480165030402010500" + "0460"), .. digests]));
        return objects;
    }

    public static byte[] Face(byte[][] objects)
    {
        int at = 5 + 3 + (2 * objects.Length);
        List<byte> offsets = [];
        foreach (byte[] part in objects)
        {
            offsets.AddRange([(byte)(at >> 8), (byte)(at & 0xFF)]);
            at += part.Length;
        }

        return Tlv(0xFF20, [Tlv(0xDF21, [.. offsets]), .. objects]);
    }

    public static byte[] Pattern(int length, int seed) => [.. Enumerable.Range(0, length).Select(i => (byte)((i * 31 * seed) & 0xFF))];

    public static string Hex(int value) => value.ToString("X4", CultureInfo.InvariantCulture);
}
