using System.Security.Cryptography;
using System.Text;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles.Json;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>The lab key that stands for every key of a transcript, so that what a replay signs verifies under the certificate that it shows.</summary>
internal static class ReplayKey
{
    public const int Length = CardKey.Length;
    private static readonly CardKey Key = Load();

    public static ReadOnlySpan<byte> Modulus => Key.Modulus;

    /// <summary>Answers COMPUTE DIGITAL SIGNATURE and INTERNAL AUTHENTICATE as the card does; PSS has a salt of zeros, so that a replay is the same each time.</summary>
    /// <returns>Whether the data can be signed; nothing is written otherwise.</returns>
    public static bool TrySign(byte instruction, byte mode, ReadOnlySpan<byte> data, Span<byte> signature)
    {
        bool digest = instruction == 0x2A && mode is 0x02 or 0x04;
        if (data.IsEmpty || (digest ? data.Length != 32 : data.Length > (mode == 0 ? CardKey.MaximumBlockLength : 255)))
        {
            return false;
        }

        byte[] hash = digest ? data.ToArray() : SHA256.HashData(data);
        lock (Key)
        {
            Sign(instruction == 0x2A ? mode : (byte)0x03, data, hash, signature);
        }

        return true;
    }

    private static void Sign(byte mode, ReadOnlySpan<byte> data, byte[] hash, Span<byte> signature)
    {
        switch (mode)
        {
            case 0x00:
                Key.Sign(data, signature);
                break;
            case 0x01:
                Key.Sign(hash, signature);
                break;
            case 0x02 or 0x03:
                Key.SignHash(hash, signature);
                break;
            default:
                Key.SignPss(hash, new byte[32], signature);
                break;
        }
    }

    private static CardKey Load()
    {
        using RSA key = RSA.Create();
        key.ImportFromPem(Encoding.ASCII.GetString(EmbeddedFile.Read("lab-card-key-common-card.pem")));
        return CardKey.CopyOf(key);
    }
}
