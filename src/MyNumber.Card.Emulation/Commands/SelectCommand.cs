using System.Buffers.Binary;
using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>SELECT by AID (P1=04), of an elementary file (P1=02) and the leftover form P1=00.</summary>
internal static class SelectCommand
{
    private const byte ByIdentifier = 0x04;
    private const byte ElementaryFile = 0x02;
    private const int MaximumIdentifierLength = 16;

    /// <summary>P2: 00 first with FCI, 0C first without, 02 next with FCI, 0E next without.</summary>
    public static bool Knows(byte p1, byte p2) => p1 switch
    {
        ByIdentifier => p2 is 0x00 or 0x02 or 0x0C or 0x0E,
        ElementaryFile => p2 == 0x0C,
        0x00 => p2 is 0x00 or 0x0C,
        _ => false,
    };

    public static ushort Run(ref CommandContext context) => context.Command.P1 switch
    {
        ByIdentifier => SelectApplication(ref context),
        ElementaryFile => SelectFile(ref context),
        _ => SelectByFileIdentifier(ref context),
    };

    private static ushort SelectApplication(ref CommandContext context)
    {
        ReadOnlySpan<byte> identifier = context.Command.Data;
        if (identifier.Length is 0 or > MaximumIdentifierLength)
        {
            return Status.WrongLength;
        }

        bool next = (context.Command.P2 & 0x02) != 0;
        CardApplication? application = context.Files.Find(identifier, next ? context.State.Application : null);
        if (application is null)
        {
            return Status.NotFound;
        }

        bool wantsControlInformation = (context.Command.P2 & 0x0C) == 0 && context.Options.SelectAnswersControlInformation;
        if (wantsControlInformation && !WriteControlInformation(ref context, application.Identifier))
        {
            return Status.NoDiagnosis;
        }

        context.State.Select(application, context.Options.SelectClearsVerified);
        return Status.Success;
    }

    // Minimal FCI 6F{84 AID}. No source has seen a real one, so nobody may rely on it.
    private static bool WriteControlInformation(ref CommandContext context, byte[] identifier)
    {
        Span<byte> template = stackalloc byte[4 + MaximumIdentifierLength];
        template[0] = 0x6F;
        template[1] = (byte)(identifier.Length + 2);
        template[2] = 0x84;
        template[3] = (byte)identifier.Length;
        identifier.CopyTo(template[4..]);
        int length = Math.Min(4 + identifier.Length, context.Command.ExpectedLength);
        Span<byte> response = context.Reserve(length);
        return !context.IsBufferTooShort && template[..length].TryCopyTo(response);
    }

    private static ushort SelectFile(ref CommandContext context)
    {
        if (context.Command.Data.Length != 2)
        {
            return Status.WrongLength;
        }

        CardFile? file = context.State.Application.Find(BinaryPrimitives.ReadUInt16BigEndian(context.Command.Data));
        context.Target = file;
        if (file is null)
        {
            return Status.NotFound;
        }

        context.State.Select(file);
        return Status.Success;
    }

    // 00A40000 answers 6A86 after a reset and does nothing once an application is selected; 3F00 is not there (one source, measured).
    private static ushort SelectByFileIdentifier(ref CommandContext context) => context.Command.Data.Length switch
    {
        0 => context.State.HasSelected ? Status.Success : Status.WrongParameters,
        2 => Status.NotFound,
        _ => Status.WrongLength,
    };
}
