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
            Data = Presence.Optional, ExpectedLength = Presence.Optional, Secured = SecuredForm.Cryptogram, Action = SelectCommand.Run,
        },
        new()
        {
            Name = "READ BINARY", Class = 0x00, Instruction = 0xB0, Parameters = ReadBinaryCommand.Knows,
            ExpectedLength = Presence.Required, Target = TargetSource.FirstParameter, Kind = FileKind.Transparent,
            Operation = CardOperation.Read, Secured = SecuredForm.ExpectedLength, WithoutSession = Status.NoSecureMessagingSession,
            Action = ReadBinaryCommand.Run,
        },
        new()
        {
            Name = "READ RECORD", Class = 0x00, Instruction = 0xB2, Parameters = ReadRecordCommand.Knows,
            ExpectedLength = Presence.Required, Target = TargetSource.RecordParameter, Kind = FileKind.Record,
            Operation = CardOperation.Read, Action = ReadRecordCommand.Run,
        },
        new()
        {
            // On the lab's own free area only; no file of the known applications opens to it.
            Name = "UPDATE BINARY", Class = 0x00, Instruction = 0xD6, Parameters = ReadBinaryCommand.Knows,
            Data = Presence.Required, Target = TargetSource.FirstParameter, Kind = FileKind.Transparent,
            Operation = CardOperation.Update, Action = UpdateBinaryCommand.Run,
        },
        new()
        {
            Name = "VERIFY", Class = 0x00, Instruction = 0x20, Parameters = static (p1, p2) => p1 == 0x00 && IsReference(p2),
            Data = Presence.Optional, ExpectedLength = Presence.Optional, Body = VerifyCommand.HasBody,
            Target = TargetSource.SecondParameter, Kind = FileKind.Pin, Operation = CardOperation.Verify,
            Secured = SecuredForm.Cryptogram, WithoutSession = Status.NoSecureMessagingSession, Action = VerifyCommand.Run,
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
            Name = "CHANGE KEY", Class = 0x80, Instruction = 0x32, Parameters = static (p1, p2) => p1 == 0x00 && IsReference(p2),
            Data = Presence.Required, Target = TargetSource.SecondParameter, Kind = FileKind.Pin,
            Operation = CardOperation.ChangeKey, Action = ChangeReferenceDataCommand.Run,
        },
        new()
        {
            Name = "INTERNAL AUTHENTICATE", Class = 0x00, Instruction = 0x88, Parameters = static (p1, p2) => p1 == 0x00 && IsReference(p2),
            Data = Presence.Required, ExpectedLength = Presence.Required, Target = TargetSource.SecondParameter, Kind = FileKind.Key,
            Operation = CardOperation.Authenticate, Action = InternalAuthenticateCommand.Run,
        },
        new()
        {
            Name = "GET DATA", Class = 0x00, Instruction = 0xCA, Parameters = static (_, _) => true,
            ExpectedLength = Presence.Required, Action = GetDataCommand.Run,
        },
        new()
        {
            Name = "SET SESSION KEY", Class = 0x80, Instruction = 0xAE, Parameters = static (p1, p2) => p1 == 0x00 && p2 == 0x00,
            Data = Presence.Required, Action = SetSessionKeyCommand.Run,
        },
        new()
        {
            // Seen in a terminal's capture (one source); 6985 says that this card knows no terminal authority, which is assumed.
            Name = "SET PUBLIC IC KEY", Class = 0x80, Instruction = 0xA2, Parameters = static (p1, p2) => (p1 is 0x06 or 0x00) && p2 == 0xC1,
            Data = Presence.Required, ExpectedLength = Presence.Optional, Action = static (ref CommandContext _) => Status.ConditionsOfUse,
        },
        new()
        {
            Name = "COMPUTE DIGITAL SIGNATURE", Class = 0x80, Instruction = 0x2A, Parameters = ComputeDigitalSignatureCommand.Knows,
            Data = Presence.Required, ExpectedLength = Presence.Required, Target = TargetSource.SecondParameterOrDefaultKey, Kind = FileKind.Key,
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
    internal static bool IsReference(byte p2) => p2 is >= 0x80 and <= 0x9E;

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
