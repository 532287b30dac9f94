using System.Text;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>How the card writes keys, key identifiers and card-verifiable certificates (§4.7).</summary>
internal static class CardKeyEncoding
{
    private const int ModulusLength = 256;

    /// <summary>The 265 bytes <c>90 03 010001 91 82 0100 modulus</c>.</summary>
    public static byte[] PublicKey(ReadOnlySpan<byte> modulus) => modulus.Length == ModulusLength
        ? [0x90, 0x03, 0x01, 0x00, 0x01, 0x91, 0x82, 0x01, 0x00, .. modulus]
        : throw new ArgumentException("The card knows moduli of 256 bytes only.", nameof(modulus));

    /// <summary>A key identifier of 16 bytes: seven digits, 08 05, three digits, four zero bytes.</summary>
    /// <param name="name">Such as <c>6000033/001</c>.</param>
    public static byte[] Id(string name) => [.. Encoding.ASCII.GetBytes(name[..7]), 0x08, 0x05, .. Encoding.ASCII.GetBytes(name[8..]), 0x00, 0x00, 0x00, 0x00];

    /// <summary>The content of a card-verifiable certificate, 563 bytes: body <c>5F4E</c> and signature <c>5F37</c>.</summary>
    public static byte[] CertificateContent(byte[] body, byte[] signature) => [.. CardTlv.Encode(0x5F4E, body), .. CardTlv.Encode(0x5F37, signature)];
}
