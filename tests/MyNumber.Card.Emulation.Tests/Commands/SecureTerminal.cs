using System.Buffers.Binary;
using System.Security.Cryptography;
using MyNumber.Card.Emulation.Tests.Profiles;

namespace MyNumber.Card.Emulation.Tests.Commands;

/// <summary>The terminal's half of secure messaging. The commands with the key 00 01 … 0F stand in the research notes, §5.6; other cryptograms are made here with the base
/// class library.</summary>
internal static class SecureTerminal
{
    public const string SecuredVerifyA = "0820009413" + "861101" + "CE94087DDB727AD1CFAEA2218834B674";
    public const string SecuredSelect = "08A4020C13" + "861101" + "46D4CAAC313B21DA35E3FE7C435C3150";
    public const string SecuredRead = "08B00000000005" + "9603000000" + "0000";

    private static readonly byte[] Key = Convert.FromHexString("000102030405060708090A0B0C0D0E0F");
    public static readonly byte[] Seed = [.. Key, .. Key];

    public static Terminal Open()
    {
        Terminal terminal = new Terminal().After(Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin);
        terminal.Send(Delivery(terminal, "A0228020", Seed)).ShouldBe("9000");
        return terminal;
    }

    public static string Delivery(Terminal terminal, string head, byte[] seed)
    {
        using RSA key = Certified.KeyAt(terminal.ReadFile(6), 4);
        byte[] message = [.. Convert.FromHexString(head), .. seed];
        return "80AE0000" + "000100" + Convert.ToHexString(key.Encrypt(message, RSAEncryptionPadding.OaepSHA256));
    }

    public static string Secured(uint number, byte instruction, byte p1, byte p2, string data)
    {
        byte[] plain = Convert.FromHexString(data);
        byte[] padded = new byte[16];
        plain.CopyTo(padded, 0);
        padded[plain.Length] = 0x80;
        using Aes aes = Aes.Create();
        aes.Key = Key;
        byte[] cryptogram = aes.EncryptCbc(padded, Vector(aes, number), PaddingMode.None);
        return $"08{instruction:X2}{p1:X2}{p2:X2}13861101{Convert.ToHexString(cryptogram)}";
    }

    public static byte[] Decrypt(uint number, ReadOnlySpan<byte> cryptogram)
    {
        using Aes aes = Aes.Create();
        aes.Key = Key;
        return aes.DecryptCbc(cryptogram, Vector(aes, number), PaddingMode.None);
    }

    private static byte[] Vector(Aes aes, uint number)
    {
        byte[] block = new byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(block.AsSpan(12), number);
        return aes.EncryptEcb(block, PaddingMode.None);
    }
}
