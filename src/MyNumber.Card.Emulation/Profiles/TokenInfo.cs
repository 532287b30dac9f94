using System.Buffers.Binary;
using System.Text;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>EF 0006 of the JPKI application: a PKCS#11 token description of 160 bytes (§3.1; label confirmed, the rest from one source).</summary>
internal static class TokenInfo
{
    public const int Length = 160;

    // RNG, LOGIN_REQUIRED, USER_PIN_INITIALIZED, TOKEN_INITIALIZED; then session counts and PIN lengths 16 and 6.
    private static readonly uint[] Numbers = [0x0000040D, 1, 0, 1, 0, 16, 6, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF];

    /// <summary>Writes the description with a serial number that no real card has.</summary>
    public static byte[] Encode(string label)
    {
        byte[] info = new byte[Length];
        Text(info.AsSpan(0, 32), label);
        Text(info.AsSpan(32, 32), "SOFTWARE EMULATOR, NOT A CARD");
        Text(info.AsSpan(64, 16), "EMULATOR");
        Text(info.AsSpan(80, 16), "LAB0000000000001");
        for (int i = 0; i < Numbers.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(info.AsSpan(96 + (i * 4)), Numbers[i]);
        }

        Text(info.AsSpan(140, 2), "03");
        Text(info.AsSpan(142, 2), "01");
        Text(info.AsSpan(144, 16), "9999999999999999");
        return info;
    }

    private static void Text(Span<byte> field, string text)
    {
        field.Fill((byte)' ');
        _ = Encoding.ASCII.GetBytes(text, field);
    }
}
