using System.Security.Cryptography;
using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>INTERNAL AUTHENTICATE: PKCS#1 v1.5 over the DigestInfo of the challenge's SHA-256 (§5.7, one source). Only the common application's key answers.</summary>
internal static class InternalAuthenticateCommand
{
    private const int MaximumChallengeLength = 255;

    public static ushort Run(ref CommandContext context)
    {
        KeyFile file = (KeyFile)context.Target!;
        if (file.Purpose != CardKeyPurpose.Common)
        {
            return Status.ConditionsOfUse;
        }

        if (context.Command.Data.Length > MaximumChallengeLength || context.Command.ExpectedLength < CardKey.Length)
        {
            return Status.WrongLength;
        }

        Span<byte> signature = context.Reserve(CardKey.Length);
        if (context.IsBufferTooShort)
        {
            return Status.NoDiagnosis;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _ = SHA256.HashData(context.Command.Data, hash);
        file.Key.SignHash(hash, signature);
        return Status.Success;
    }
}
