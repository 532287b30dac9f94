using System.Security.Cryptography;
using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>COMPUTE DIGITAL SIGNATURE: P1 says what the card makes of the data before the private key (§5.4; 00 confirmed, the others from one source).</summary>
internal static class ComputeDigitalSignatureCommand
{
    private const byte BlockVerbatim = 0x00;
    private const byte BareHashOfMessage = 0x01;
    private const byte HashInDigestInfo = 0x02;
    private const byte MessageInDigestInfo = 0x03;
    private const byte HashWithPss = 0x04;
    private const byte MessageWithPss = 0x05;
    private const int MaximumMessageLength = 255;

    /// <summary>P2: 80 the current key, 80 + SFI, or 00 the application's default key.</summary>
    public static bool Knows(byte p1, byte p2) => p1 <= MessageWithPss && (p2 == 0x00 || CommandTable.IsReference(p2));

    public static ushort Run(ref CommandContext context)
    {
        if (!HasLength(context.Command.P1, context.Command.Data.Length))
        {
            return Status.ConditionsOfUse;
        }

        if (context.Command.ExpectedLength < CardKey.Length)
        {
            return Status.WrongLength;
        }

        Span<byte> signature = context.Reserve(CardKey.Length);
        if (context.IsBufferTooShort)
        {
            return Status.NoDiagnosis;
        }

        Sign(ref context, ((KeyFile)context.Target!).Key, signature);
        return Status.Success;
    }

    private static bool HasLength(byte mode, int length) => mode switch
    {
        BlockVerbatim => length <= CardKey.MaximumBlockLength,
        HashInDigestInfo or HashWithPss => length == SHA256.HashSizeInBytes,
        _ => length <= MaximumMessageLength,
    };

    private static void Sign(ref CommandContext context, CardKey key, Span<byte> signature)
    {
        ReadOnlySpan<byte> data = context.Command.Data;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (context.Command.P1 is HashInDigestInfo or HashWithPss)
        {
            data.CopyTo(hash);
        }
        else
        {
            _ = SHA256.HashData(data, hash);
        }

        switch (context.Command.P1)
        {
            case BlockVerbatim:
                key.Sign(data, signature);
                break;
            case BareHashOfMessage:
                key.Sign(hash, signature);
                break;
            case HashInDigestInfo or MessageInDigestInfo:
                key.SignHash(hash, signature);
                break;
            default:
                Span<byte> salt = stackalloc byte[PssEncoding.MaximumSaltLength];
                salt = salt[..context.Options.PssSaltLength];
                context.Options.FillRandom(salt);
                key.SignPss(hash, salt, signature);
                break;
        }
    }
}
