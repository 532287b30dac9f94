using MyNumber.Card.Emulation.Access;
using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Commands;

/// <summary>Class and instruction to handler: all that the card can do.</summary>
internal static class CommandTable
{
    private static readonly CommandEntry[] Entries =
    [
        new()
        {
            Name = "SELECT", Class = 0x00, Instruction = 0xA4, Parameters = SelectCommand.Knows,
            Data = Presence.Optional, ExpectedLength = Presence.Optional, Action = SelectCommand.Run,
        },
        new()
        {
            Name = "READ BINARY", Class = 0x00, Instruction = 0xB0, Parameters = ReadBinaryCommand.Knows,
            ExpectedLength = Presence.Required, Target = TargetSource.FirstParameter, Kind = FileKind.Transparent,
            Operation = CardOperation.Read, WithoutSession = Status.NoSecureMessagingSession, Action = ReadBinaryCommand.Run,
        },
        new()
        {
            Name = "VERIFY", Class = 0x00, Instruction = 0x20, Parameters = static (p1, p2) => p1 == 0x00 && IsReference(p2),
            Data = Presence.Optional, Target = TargetSource.SecondParameter, Kind = FileKind.Pin,
            Operation = CardOperation.Verify, WithoutSession = Status.NoSecureMessagingSession, Action = VerifyCommand.Run,
        },
        new()
        {
            Name = "CHANGE REFERENCE DATA", Class = 0x00, Instruction = 0x24, Parameters = static (p1, p2) => p1 == 0x01 && IsReference(p2),
            Data = Presence.Required, Target = TargetSource.SecondParameter, Kind = FileKind.Pin,
            Operation = CardOperation.Change, Action = ChangeReferenceDataCommand.Run,
        },
        new()
        {
            Name = "GET CHALLENGE", Class = 0x00, Instruction = 0x84, Parameters = static (p1, p2) => p1 == 0x00 && p2 == 0x00,
            ExpectedLength = Presence.Required, Action = GetChallengeCommand.Run,
        },
        new()
        {
            Name = "COMPUTE DIGITAL SIGNATURE", Class = 0x80, Instruction = 0x2A, Parameters = static (p1, p2) => p1 == 0x00 && IsReference(p2),
            Data = Presence.Required, ExpectedLength = Presence.Required, Target = TargetSource.SecondParameter, Kind = FileKind.Key,
            Operation = CardOperation.Sign, Action = ComputeDigitalSignatureCommand.Run,
        },
        new()
        {
            // Known on phones; the plastic card answers 80FC0000 with 6700 (one source, measured), so it knows the instruction and does nothing.
            Name = "LAST-COMMAND INDICATOR", Class = 0x80, Instruction = 0xFC, Parameters = static (p1, p2) => p1 == 0x00 && p2 == 0x00,
            Data = Presence.Optional, ExpectedLength = Presence.Optional, Action = static (ref CommandContext _) => Status.WrongLength,
        },
    ];

    private static readonly CommandEntry?[] ByCode = Index();

    /// <summary>The row for a class (00 or 80) and an instruction, if the card has the command.</summary>
    public static CommandEntry? Find(byte commandClass, byte instruction) => ByCode[(commandClass << 1) | instruction];

    // 80 is the current file; 81 to 9E name one by its short identifier.
    private static bool IsReference(byte p2) => p2 is >= 0x80 and <= 0x9E;

    private static CommandEntry?[] Index()
    {
        CommandEntry?[] index = new CommandEntry?[512];
        foreach (CommandEntry entry in Entries)
        {
            index[(entry.Class << 1) | entry.Instruction] = entry;
        }

        return index;
    }
}
