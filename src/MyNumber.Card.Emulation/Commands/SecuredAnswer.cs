using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>The answer's data object <c>86 L 01 cryptogram</c> (§5.6, one source). A length of 128 or more is written <c>82 hh ll</c> like all lengths of the card; assumed.</summary>
internal static class SecuredAnswer
{
    private const int LongestShortForm = 127;

    /// <summary>Bytes of the object around this many bytes of data.</summary>
    public static int LengthOf(int length) => length == 0 ? 0 : HeaderLength(length) + 1 + SecureSession.PaddedLength(length);

    /// <summary>Turns data at the beginning of the span into the object that fills the span.</summary>
    public static void Wrap(SecureSession session, int length, Span<byte> answer)
    {
        if (length == 0)
        {
            return;
        }

        int header = HeaderLength(length);
        int value = 1 + SecureSession.PaddedLength(length);
        byte[] plain = answer[..length].ToArray();
        answer[0] = (byte)SecuredForm.Cryptogram;
        if (header == 2)
        {
            answer[1] = (byte)value;
        }
        else
        {
            answer[1] = 0x82;
            answer[2] = (byte)(value >> 8);
            answer[3] = (byte)(value & 0xFF);
        }

        answer[header] = 0x01;
        session.Encrypt(plain, answer[(header + 1)..]);
        plain.AsSpan().Clear();
    }

    private static int HeaderLength(int length) => 1 + SecureSession.PaddedLength(length) <= LongestShortForm ? 2 : 4;
}
