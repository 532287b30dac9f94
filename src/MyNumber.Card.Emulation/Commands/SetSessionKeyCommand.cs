using System.Security.Cryptography;
using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>SET SESSION KEY: opens secure messaging with the first half of a 32-byte seed that came under OAEP (§5.6, one source, measured). The access
/// condition is asked before anything is decrypted. That an application of which nothing is known answers 6985 is assumed.</summary>
internal static class SetSessionKeyCommand
{
    private const int SeedLength = 32;
    private const int KeyLength = 16;
    private const int MessageLength = 4 + SeedLength;

    public static ushort Run(ref CommandContext context)
    {
        if (context.State.Application.SessionKey is not { } delivery)
        {
            return Status.ConditionsOfUse;
        }

        if (delivery.Key is null)
        {
            return delivery.Refusal;
        }

        context.Rule = delivery.Rule;
        if (!delivery.Rule.Permits(context.State))
        {
            return Status.SecurityStatus;
        }

        ReadOnlySpan<byte> cryptogram = context.Command.Data;
        if (cryptogram.Length != CardKey.Length)
        {
            return Status.WrongLength;
        }

        return delivery.Key.IsBelowModulus(cryptogram) ? Accept(ref context, delivery.Key) : Status.NoDiagnosis;
    }

    // A0 { 80: seed } and nothing else: A0 { 81 } and both together are refused.
    private static ushort Accept(ref CommandContext context, CardKey key)
    {
        Span<byte> message = stackalloc byte[CardKey.Length];
        bool valid = key.TryDecryptOaep(context.Command.Data, message, out int written)
            && written == MessageLength
            && message[..4].SequenceEqual<byte>([0xA0, 2 + SeedLength, 0x80, SeedLength]);
        if (valid)
        {
            context.State.SetSession(new SecureSession(message.Slice(4, KeyLength)));
        }

        CryptographicOperations.ZeroMemory(message);
        return valid ? Status.Success : Status.WrongData;
    }
}
