using System.Buffers.Binary;
using MyNumber.Card.Apdu;

namespace MyNumber.Card.Channels;

/// <summary>The protected forms of the three commands that the input-support application takes: SELECT file, VERIFY, READ BINARY.</summary>
internal static class ProtectedCommand
{
    private const byte Class = 0x08;
    private const byte Cryptogram = 0x86;
    private const byte ExpectedLength = 0x96;

    public static bool IsSelectApplication(ReadOnlySpan<byte> command) => command is [0x00, 0xA4, 0x04, ..];

    /// <summary>Whether a command has a protected form and must never go in the clear while a session stands.</summary>
    public static bool HasForm(ReadOnlySpan<byte> command, in CommandShape shape) => command[0] == 0x00 && command[1] switch
    {
        0xA4 => command[2] == 0x02,
        0x20 => shape.DataLength > 0,
        0xB0 => shape.HasShortExpected || shape.HasExtendedExpected,
        _ => false,
    };

    /// <summary>Whether a command carries a PIN for which no protected form is known.</summary>
    public static bool CarriesNewPin(ReadOnlySpan<byte> command) => command[1] is 0x24 or 0x32;

    /// <summary>The protected command in pinned memory, which the caller zeroes. A read of 65,536 bytes asks for 0000, the whole file.</summary>
    public static byte[] Write(ReadOnlySpan<byte> command, in CommandShape shape, SessionCipher cipher)
    {
        if (command[1] == 0xB0)
        {
            Span<byte> object96 = [ExpectedLength, 0x03, 0x00, 0x00, 0x00];
            BinaryPrimitives.WriteUInt16BigEndian(object96[3..], (ushort)(ExpectedOf(command, shape) & 0xFFFF));
            return Encode(new CommandApdu(Class, command[1], command[2], command[3], object96, CommandApdu.MaximumExpectedLength));
        }

        ReadOnlySpan<byte> data = command.Slice(shape.DataStart, shape.DataLength);
        int encrypted = SessionCipher.EncryptedLength(data.Length);
        byte[] object86 = [Cryptogram, (byte)(encrypted + 1), 0x01, .. new byte[encrypted]];
        cipher.Encrypt(data, object86.AsSpan(3));
        return Encode(new CommandApdu(Class, command[1], command[2], command[3], object86));
    }

    /// <summary>The Ne that a command asks for, 0 when it has no Le.</summary>
    public static int ExpectedOf(ReadOnlySpan<byte> command, in CommandShape shape)
    {
        if (shape.HasShortExpected)
        {
            return command[^1] == 0 ? 256 : command[^1];
        }

        int length = shape.HasExtendedExpected ? BinaryPrimitives.ReadUInt16BigEndian(command[^2..]) : 0;
        return shape.HasExtendedExpected && length == 0 ? CommandApdu.MaximumExpectedLength : length;
    }

    private static byte[] Encode(CommandApdu command)
    {
        byte[] bytes = GC.AllocateArray<byte>(command.EncodedLength, pinned: true);
        command.TryWrite(bytes, out _);
        return bytes;
    }
}
